package handgrad.show.page;

import handgrad.InputException;
import handgrad.show.file.OwnPage;
import handgrad.show.file.ResultsFolder;
import java.nio.file.Path;
import java.util.Optional;

/** Keeps {@code index.html} of a folder of results; a file of that name that is none of this program's stays as it is. */
public final class ResultsIndex {
    public static final String FILE = "index.html";

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
        OwnPage.checkReplaceable(file);
        folder.write(FILE, IndexHtml.of(records));
        return file;
    }
}
