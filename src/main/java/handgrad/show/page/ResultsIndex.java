package handgrad.show.page;

import handgrad.InputException;
import handgrad.show.file.ResultsFolder;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Keeps {@code index.html} of a folder of results; a file of that name that is none of this program's stays as it is. */
public final class ResultsIndex {
    private static final String FILE = "index.html";

    /** What every page of this program has in its head, after its policy. */
    private static final String MARK = "content=\"Handgrad ";

    private static final int BEGINNING = 4096;

    private ResultsIndex() {}

    /**
     * Makes the index anew from the records that there are, after runs; no other page is touched.
     *
     * @return the index, or empty where a file of that name stands that is none of this program's, or it cannot be written
     */
    public static Optional<Path> refresh(ResultsFolder folder) {
        try {
            return Optional.of(write(folder, Records.in(folder.path())));
        } catch (InputException e) {
            return Optional.empty();
        }
    }

    /**
     * Writes the index of records.
     *
     * @throws InputException if a file of that name stands there that is none of this program's, or it cannot be written
     */
    public static Path write(ResultsFolder folder, Records records) {
        Path file = folder.path().resolve(FILE);
        checkOwn(file);
        folder.write(Map.of(FILE, IndexHtml.of(records)));
        return file;
    }

    /**
     * Makes sure that a page may be written.
     *
     * @throws InputException if there is something else of that name, which would be lost
     */
    public static void checkOwn(Path file) {
        if (Files.exists(file, LinkOption.NOFOLLOW_LINKS) && !isOwn(file)) {
            throw new InputException("%s: is no page of this program's, and is left as it is".formatted(file));
        }
    }

    private static boolean isOwn(Path file) {
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return false;
        }
        try (InputStream in = Files.newInputStream(file)) {
            return new String(in.readNBytes(BEGINNING), StandardCharsets.UTF_8).contains(MARK);
        } catch (IOException e) {
            return false;
        }
    }
}
