package handgrad.show.file;

import handgrad.InputException;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Whether what an option names can be written to: found out before any work is done. */
public final class Destination {
    private Destination() {}

    /**
     * Makes sure that files can be written to a folder, which is made where it is missing.
     *
     * @throws InputException if the path is empty or a file, or the folder cannot be made or written to
     */
    static void makeFolder(String option, Path folder) {
        if (folder.toString().isEmpty()) {
            throw new InputException("%s: expected the name of a folder, found none".formatted(option));
        }
        try {
            Files.createDirectories(folder);
            tryOut(folder);
        } catch (IOException | SecurityException e) {
            throw unwritable(option, folder, folder, e);
        }
    }

    /**
     * Makes sure that a new file can be written later, and leaves nothing: folders that are missing are made by {@link ResultsFolder#at}.
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
            tryOut(existing(folder));
        } catch (IOException | SecurityException e) {
            throw unwritable(option, file, folder, e);
        }
    }

    private static void tryOut(Path folder) throws IOException {
        Files.delete(Files.createFile(folder.resolve(Leftovers.name())));
    }

    private static InputException unwritable(String option, Path given, Path folder, Exception cause) {
        Path existing = existing(folder);
        String reason = existing + " is not writable";
        Optional<Path> broken = brokenLink(folder);
        if (broken.isPresent()) {
            reason = broken.get() + " is a link to something that is not there";
        } else if (!Files.isDirectory(existing)) {
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

    private static Optional<Path> brokenLink(Path folder) {
        return Stream.iterate(folder.toAbsolutePath(), Objects::nonNull, Path::getParent)
                .filter(path -> Files.isSymbolicLink(path) && !Files.exists(path))
                .findFirst();
    }
}
