package handgrad.input.csv;

import handgrad.InputException;
import handgrad.Shown;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file of the user's. */
public record FileSource(Path path) implements Source {
    @Override
    public String name() {
        return Shown.text(path.toString());
    }

    @Override
    public InputStream open() throws IOException {
        if (!Files.exists(path)) {
            throw new InputException("%s: there is no such file".formatted(name()));
        }
        if (Files.isDirectory(path)) {
            throw new InputException("%s: this is a folder, expected a CSV file".formatted(name()));
        }
        if (!Files.isRegularFile(path)) {
            throw new InputException("%s: this is a pipe or a device, expected a CSV file, which is read more than once"
                    .formatted(name()));
        }
        if (!Files.isReadable(path)) {
            throw new InputException(
                    "%s: cannot be read, expected a file with permission to read it".formatted(name()));
        }
        return Files.newInputStream(path);
    }

    @Override
    public long size() throws IOException {
        return Files.size(path);
    }

    @Override
    public String python(String encoding) {
        String file = PythonLiteral.of(path.toAbsolutePath().normalize().toString());
        return "open(%s, encoding=%s, newline=\"\")".formatted(file, PythonLiteral.of(encoding));
    }
}
