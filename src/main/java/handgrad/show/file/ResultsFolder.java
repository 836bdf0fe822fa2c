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
        Destination.makeFolder(option, folder);
        return new ResultsFolder(option, folder);
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
