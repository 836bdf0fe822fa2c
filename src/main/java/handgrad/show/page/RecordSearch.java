package handgrad.show.page;

import handgrad.InputException;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads the records that it comes by; what it cannot read it names, and goes on. */
final class RecordSearch extends SimpleFileVisitor<Path> {
    private final Path named;
    private final Path real;
    private final List<PageRecord> records = new ArrayList<>();
    private final List<String> complaints = new ArrayList<>();
    /** Folders whose record for programs tells another story than their page. */
    private final Set<Path> damaged = new HashSet<>();

    /**
     * Of one folder.
     *
     * @param named how the user called it
     * @param real what is searched
     */
    RecordSearch(Path named, Path real) {
        this.named = named;
        this.real = real;
    }

    Records found() {
        var whole = records.stream()
                .filter(record -> !damaged.contains(real.resolve(record.folder())))
                .toList();
        return new Records(whole, complaints);
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
        boolean hidden = !folder.equals(real) && folder.getFileName().toString().startsWith(".");
        return hidden ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
        Path folder = file.getParent();
        if (file.endsWith(Records.RUN) && attributes.isRegularFile()) {
            try {
                RecordReader.checkRun(file);
            } catch (InputException e) {
                complain(file, e.getMessage());
                damaged.add(folder);
            }
        }
        if (file.endsWith(Page.DATA) && attributes.isRegularFile()) {
            try {
                records.add(new PageRecord(real.relativize(folder), RecordReader.read(file), page(folder)));
            } catch (InputException e) {
                complain(file, e.getMessage());
            }
        }
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException e) {
        complain(file, "cannot be read");
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, IOException e) {
        if (e != null) {
            complain(folder, "cannot be read to its end");
        }
        return FileVisitResult.CONTINUE;
    }

    private void complain(Path file, String wrong) {
        complaints.add(Records.complaint(named.resolve(real.relativize(file)), wrong));
    }

    /** What a reader opens. */
    private static String page(Path folder) {
        return List.of(Page.FILE, "report.md").stream()
                .filter(name -> Files.isRegularFile(folder.resolve(name)))
                .findFirst()
                .orElse("");
    }
}
