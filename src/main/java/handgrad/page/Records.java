package handgrad.page;

import handgrad.network.InputException;
import handgrad.network.Shown;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * The records in a folder of results: every {@code page.json} in it and up to two folders below. Links inside are not followed,
 * hidden folders are passed by.
 *
 * @param all by their folders
 * @param complaints one sentence for each file or folder that could not be read, which names it
 */
public record Records(List<PageRecord> all, List<String> complaints) {
    /** The name of a record's file. */
    public static final String FILE = "page.json";

    private static final int DEPTH = 3;

    public Records {
        all = List.copyOf(all);
        complaints = List.copyOf(complaints);
    }

    /** Those in a folder, which may itself be a link. */
    public static Records in(Path folder) {
        var records = new ArrayList<PageRecord>();
        var complaints = new ArrayList<String>();
        try {
            Path real = folder.toRealPath();
            Files.walkFileTree(real, Set.of(), DEPTH, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path visited, BasicFileAttributes attributes) {
                    boolean hidden = !visited.equals(real)
                            && visited.getFileName().toString().startsWith(".");
                    return hidden ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    if (file.getFileName().toString().equals(FILE) && attributes.isRegularFile()) {
                        Path within = real.relativize(file.getParent());
                        try {
                            records.add(new PageRecord(within, RecordReader.read(file), page(file.getParent())));
                        } catch (InputException e) {
                            complaints.add(complaint(folder.resolve(within).resolve(FILE), e.getMessage()));
                        }
                    }
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException e) {
                    complaints.add(complaint(folder.resolve(real.relativize(file)), "cannot be read"));
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        records.sort(Comparator.comparing(PageRecord::folder));
        complaints.sort(Comparator.naturalOrder());
        return new Records(records, complaints);
    }

    /** A sentence about a file, fit to be printed. */
    public static String complaint(Path file, String wrong) {
        return Shown.sentence("%s: %s".formatted(file, wrong));
    }

    /** What a reader opens. */
    private static String page(Path folder) {
        for (String name : List.of("report.html", "report.md")) {
            if (Files.isRegularFile(folder.resolve(name))) {
                return name;
            }
        }
        return "";
    }
}
