package handgrad.report;

import handgrad.network.InputException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;

/** A folder that reports are written to: each file whole, or not at all. */
public final class ResultsFolder {
    private final Path folder;

    private ResultsFolder(Path folder) {
        this.folder = folder;
    }

    /**
     * Makes sure, before any work is done, that files can be written there.
     *
     * @throws InputException if the path is a file, or the folder cannot be made or written to
     */
    public static ResultsFolder at(Path folder) {
        try {
            Files.createDirectories(folder);
            Files.delete(Files.createTempFile(folder, ".handgrad", null));
            return new ResultsFolder(folder);
        } catch (IOException | SecurityException e) {
            throw new InputException(
                    "--results %s: expected a folder that can be written to, but %s".formatted(folder, reason(folder)),
                    e);
        }
    }

    private static String reason(Path folder) {
        for (Path path = folder.toAbsolutePath(); path != null; path = path.getParent()) {
            if (Files.exists(path)) {
                return Files.isDirectory(path) ? path + " is not writable" : path + " is a file";
            }
        }
        return "it cannot be made";
    }

    /** The folder of one experiment inside this one. */
    public ResultsFolder sub(String name) {
        return at(folder.resolve(name));
    }

    public Path path() {
        return folder;
    }

    /** Writes texts by file name, in UTF-8. */
    public void write(Map<String, String> texts) {
        var contents = new LinkedHashMap<String, byte[]>();
        texts.forEach((name, text) -> contents.put(name, text.getBytes(StandardCharsets.UTF_8)));
        writeBytes(contents);
    }

    /** Writes files by name: all to temporary files first, then each moved into place. */
    public void writeBytes(Map<String, byte[]> contents) {
        try {
            Path staging = Files.createTempDirectory(folder, ".writing");
            try {
                for (var file : contents.entrySet()) {
                    Files.write(staging.resolve(file.getKey()), file.getValue());
                }
                for (String name : contents.keySet()) {
                    Files.move(
                            staging.resolve(name),
                            folder.resolve(name),
                            StandardCopyOption.REPLACE_EXISTING,
                            StandardCopyOption.ATOMIC_MOVE);
                }
            } finally {
                for (String name : contents.keySet()) {
                    Files.deleteIfExists(staging.resolve(name));
                }
                Files.deleteIfExists(staging);
            }
        } catch (IOException e) {
            throw new InputException("cannot write to %s: %s".formatted(folder, e), e);
        }
    }
}
