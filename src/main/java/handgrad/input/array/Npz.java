package handgrad.input.array;

import handgrad.InputException;
import handgrad.Shown;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/** A ZIP archive with one {@code .npy} an array: {@code numpy.savez} and {@code numpy.load}. */
final class Npz {
    private Npz() {}

    static NumberArray read(Path file, String key) throws IOException {
        String what = "%s, array '%s'".formatted(Shown.sentence(file.toString()), Shown.text(key));
        try (var archive = new ZipFile(file.toFile())) {
            ZipEntry entry = archive.getEntry(key + ".npy");
            if (entry == null) {
                String names = archive.stream()
                        .limit(10)
                        .map(other -> other.getName().replaceFirst("\\.npy$", ""))
                        .reduce((a, b) -> a + ", " + b)
                        .orElse("none");
                throw new InputException("%s: no such array (there: %s)".formatted(what, Shown.text(names)));
            }
            try (InputStream in = archive.getInputStream(entry)) {
                return new Npy(what).read(in);
            }
        }
    }

    static void write(Path file, Map<String, NumberArray> arrays) throws IOException {
        try (var zip = new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
            zip.setLevel(Deflater.NO_COMPRESSION);
            for (Map.Entry<String, NumberArray> array : arrays.entrySet()) {
                zip.putNextEntry(new ZipEntry(array.getKey() + ".npy"));
                var out = new DataOutputStream(zip);
                Npy.write(out, array.getValue());
                out.flush();
                zip.closeEntry();
            }
        }
    }
}
