package handgrad.input.array;

import handgrad.InputException;
import handgrad.Named;
import handgrad.Shown;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** The kinds of files that hold arrays by name. */
public enum ArrayFile implements Named {
    NPZ,
    SAFETENSORS;

    private static final long LARGEST = 256L << 20;

    /** {@code .npz}. */
    public String ending() {
        return "." + id();
    }

    /**
     * Reads one array.
     *
     * @throws InputException if the file cannot be read, is not as its format says, or has no such array; one sentence that
     *     names the file
     */
    public NumberArray read(Path file, String key) {
        String name = Shown.sentence(file.toString());
        try {
            if (!Files.isRegularFile(file)) {
                throw new InputException("%s: expected a file, found none".formatted(name));
            }
            long size = Files.size(file);
            if (size > LARGEST) {
                throw new InputException(
                        "%s: expected at most %d MB, found %d MB".formatted(name, LARGEST >> 20, size >> 20));
            }
            return switch (this) {
                case NPZ -> Npz.read(file, key);
                case SAFETENSORS -> Safetensors.read(file, key);
            };
        } catch (IOException e) {
            throw new InputException(
                    "%s: not a file of %s: %s".formatted(name, id(), Shown.text(String.valueOf(e.getMessage()))), e);
        }
    }

    /** Writes arrays, in double precision. */
    public void write(Path file, Map<String, NumberArray> arrays) throws IOException {
        switch (this) {
            case NPZ -> Npz.write(file, arrays);
            case SAFETENSORS -> Safetensors.write(file, arrays);
        }
    }
}
