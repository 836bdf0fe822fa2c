package handgrad.show.file;

import handgrad.InputException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;

/** A folder that reports are written to: each file whole, or not at all. */
public final class ResultsFolder {
    private final String option;
    private final Path folder;

    private ResultsFolder(String option, Path folder) {
        this.option = option;
        this.folder = folder;
    }

    /**
     * Makes sure, before any work is done, that files can be written there.
     *
     * @throws InputException if the path is empty or a file, or the folder cannot be made or written to
     */
    public static ResultsFolder at(Path folder) {
        return at("--results", folder);
    }

    /**
     * The same for a folder that another option than {@code --results} gave.
     *
     * @param option to be named where the folder is wrong
     */
    public static ResultsFolder at(String option, Path folder) {
        if (folder.toString().isEmpty()) {
            throw new InputException("%s: expected the name of a folder, found none".formatted(option));
        }
        try {
            Files.createDirectories(folder);
            Files.delete(Files.createTempFile(folder, ".handgrad", null));
            return new ResultsFolder(option, folder);
        } catch (IOException | SecurityException e) {
            throw unwritable(option, folder, folder, e);
        }
    }

    /**
     * Makes sure that a new file can be written later, and leaves nothing: folders that are missing are made by {@link #at}.
     *
     * @throws InputException if there is something of that name, or no folder for it
     */
    public static void checkFree(String option, Path file) {
        checkWritable(option, file);
        if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            throw new InputException("%s %s: exists already, expected a name that is free".formatted(option, file));
        }
    }

    /**
     * The same of a file that may be there, and is replaced then.
     *
     * @throws InputException if it is a folder, or there is no folder for it
     */
    public static void checkWritable(String option, Path file) {
        if (file.toString().isEmpty()) {
            throw new InputException("%s: expected the name of a file, found none".formatted(option));
        }
        if (Files.isDirectory(file)) {
            throw new InputException("%s %s: is a folder, expected a file".formatted(option, file));
        }
        Path folder = file.toAbsolutePath().getParent();
        try {
            Files.delete(Files.createTempFile(existing(folder), ".handgrad", null));
        } catch (IOException | SecurityException e) {
            throw unwritable(option, file, folder, e);
        }
    }

    private static InputException unwritable(String option, Path given, Path folder, Exception cause) {
        Path existing = existing(folder);
        String reason = existing + " is not writable";
        if (!Files.isDirectory(existing)) {
            reason = existing + " is a file";
        } else if (cause instanceof FileSystemException e && e.getReason() != null) {
            reason = "it cannot be: " + e.getReason();
        }
        return new InputException(
                "%s %s: expected a folder that can be written to, but %s".formatted(option, given, reason), cause);
    }

    /** The path itself, or the nearest above it that there is. */
    private static Path existing(Path folder) {
        Path path = folder.toAbsolutePath();
        while (!Files.exists(path) && path.getParent() != null) {
            path = path.getParent();
        }
        return path;
    }

    /** Writes one file, whose folder is made where it is missing. */
    public static void write(String option, Path file, String text) {
        at(option, file.toAbsolutePath().getParent())
                .write(Map.of(file.getFileName().toString(), text));
    }

    /** The folder of one experiment inside this one. */
    public ResultsFolder sub(String name) {
        return at(option, folder.resolve(name));
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
            throw new InputException("cannot write to %s (%s): %s".formatted(folder, option, e), e);
        }
    }
}
