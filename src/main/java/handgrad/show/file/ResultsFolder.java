package handgrad.show.file;

import handgrad.InputException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A folder that reports are written to: the files of a report all together or not at all, and with them goes what this program
 * wrote there before. Other files in the folder stay.
 */
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
     * The same for a folder of results that is not given by {@code --results}. What a command that was killed has left in
     * it, and in the folders below, is brought to its end.
     *
     * @param option to be named where the folder is wrong
     */
    public static ResultsFolder at(String option, Path folder) {
        ResultsFolder results = checked(option, folder);
        try {
            Leftovers.clearAll(folder);
        } catch (IOException | UncheckedIOException e) {
            throw new InputException("%s %s: cannot be read: %s".formatted(option, folder, reason(e)), e);
        }
        return results;
    }

    private static ResultsFolder checked(String option, Path folder) {
        if (folder.toString().isEmpty()) {
            throw new InputException("%s: expected the name of a folder, found none".formatted(option));
        }
        try {
            Files.createDirectories(folder);
            tryOut(folder);
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

    /** Writes one file, whole or not at all; its folder is made where it is missing. */
    public static void write(String option, Path file, String text) {
        checked(option, file.toAbsolutePath().getParent())
                .write(file.getFileName().toString(), text);
    }

    /**
     * The folder of one experiment inside this one, which is made when something is written to it.
     *
     * @throws InputException if it is there and cannot be written to
     */
    public ResultsFolder sub(String name) {
        Path below = folder.resolve(name);
        return Files.exists(below, LinkOption.NOFOLLOW_LINKS)
                ? checked(option, below)
                : new ResultsFolder(option, below);
    }

    public Path path() {
        return folder;
    }

    /** Writes one file, in UTF-8, and leaves all others as they are. */
    public void write(String name, String text) {
        write(name, writer -> writer.write(text));
    }

    /** What a file is to hold, written piece by piece. */
    @FunctionalInterface
    public interface Contents {
        void to(Writer writer) throws IOException;
    }

    /** The same for a file that need not fit into memory. */
    public void write(String name, Contents contents) {
        Path hidden = folder.resolve(Leftovers.name());
        try {
            try {
                try (Writer writer = Files.newBufferedWriter(hidden)) {
                    contents.to(writer);
                }
                Files.move(hidden, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(hidden);
            }
        } catch (IOException e) {
            throw failed(e);
        }
    }

    /** Writes the files of one report by name, texts in UTF-8, in the place of those of the report before. */
    public void replace(Map<String, String> texts, Map<String, byte[]> others) {
        var contents = new LinkedHashMap<>(others);
        texts.forEach((name, text) -> contents.put(name, text.getBytes(StandardCharsets.UTF_8)));
        try {
            // Behind a link, so that the link stays.
            Staging.exchange(Files.exists(folder) ? folder.toRealPath() : folder.toAbsolutePath(), contents);
        } catch (IOException e) {
            throw failed(e);
        }
    }

    private InputException failed(IOException e) {
        return new InputException("%s %s: cannot be written: %s".formatted(option, folder, reason(e)), e);
    }

    /** What the system said, without the names of Java's classes. */
    private static String reason(Exception e) {
        if (e instanceof AccessDeniedException) {
            return "permission denied";
        }
        if (e instanceof FileSystemException failure) {
            return failure.getReason() == null ? failure.getFile() + " is in the way, or gone" : failure.getReason();
        }
        return e.getMessage();
    }
}
