package handgrad.show.page;

import handgrad.InputException;
import handgrad.Shown;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The records in a folder of results: every {@code page.json} in it and up to two folders below, but for
 * those beside a {@code run.json} that is damaged. Links inside are not followed,
 * hidden folders are passed by.
 *
 * @param all by their folders
 * @param complaints one sentence for each file or folder that is not shown, which names it
 */
public record Records(List<PageRecord> all, List<String> complaints) {
    /** The record for programs beside the data of a page: where that is damaged, its run is not shown. */
    static final String RUN = "run.json";

    private static final int DEPTH = 3;

    public Records {
        all = all.stream().sorted(Comparator.comparing(PageRecord::folder)).toList();
        complaints = complaints.stream().sorted().toList();
    }

    /**
     * Those in a folder, which may itself be a link.
     *
     * @throws InputException if the folder cannot be read
     */
    public static Records in(Path folder) {
        try {
            Path real = folder.toRealPath();
            if (!Files.isReadable(real)) {
                throw new AccessDeniedException(real.toString());
            }
            var search = new RecordSearch(folder, real);
            Files.walkFileTree(real, Set.of(), DEPTH, search);
            return search.found();
        } catch (IOException e) {
            throw new InputException("%s: cannot be read".formatted(folder), e);
        }
    }

    /** With more that there is to say of files which are not shown. */
    public Records with(List<String> more) {
        return new Records(
                all, Stream.concat(complaints.stream(), more.stream()).toList());
    }

    /** A sentence about a file, fit to be printed. */
    public static String complaint(Path file, String wrong) {
        return Shown.sentence("%s: %s".formatted(file, wrong));
    }
}
