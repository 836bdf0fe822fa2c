package handgrad.show.file;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * A hidden place beside a folder, where its next files are written before they take the place of the older ones as a whole:
 *
 * <pre>{@code
 * PARENT/.handgrad-PID-N/new/NAME    written first, then moved to PARENT/NAME
 * PARENT/.handgrad-PID-N/old/NAME    what was at PARENT/NAME, moved away just before that
 * }</pre>
 *
 * Whenever the program is killed, {@link #finish} finds the folder old or new, and complete. A list in the folder says
 * which files are this program's; whatever else somebody put there moves over to the new folder.
 */
record Staging(Path path) {
    /** Names the files of a folder that this program wrote, one a line. */
    static final String LIST = ".handgrad-files";

    private static final String NEW = "new";
    private static final String OLD = "old";

    /** Writes the files of a folder; after this it holds them, and of this program's no others. */
    static void exchange(Path folder, Map<String, byte[]> files) throws IOException {
        Path parent = folder.getParent();
        Files.createDirectories(parent);
        var staging = new Staging(parent.resolve(Leftovers.name()));
        try {
            staging.write(folder.getFileName(), files);
            staging.swap(folder);
        } finally {
            staging.finish();
        }
    }

    private void write(Path name, Map<String, byte[]> files) throws IOException {
        Path fresh = Files.createDirectories(path.resolve(NEW).resolve(name));
        for (var file : files.entrySet()) {
            Files.write(fresh.resolve(file.getKey()), file.getValue());
        }
        Files.write(fresh.resolve(LIST), new TreeSet<>(files.keySet()), StandardCharsets.UTF_8);
    }

    private void swap(Path folder) throws IOException {
        Path old = Files.createDirectories(path.resolve(OLD)).resolve(folder.getFileName());
        if (Files.exists(folder)) {
            move(folder, old);
        }
        move(path.resolve(NEW).resolve(folder.getFileName()), folder);
    }

    /** Brings to its end what was begun here, however far it had come, and removes this place. */
    void finish() throws IOException {
        for (Path old : entries(path.resolve(OLD))) {
            Path folder = path.resolveSibling(old.getFileName());
            Path fresh = path.resolve(NEW).resolve(old.getFileName());
            if (!Files.exists(folder)) {
                // Ended between the two moves: the new files were complete by then.
                move(Files.exists(fresh) ? fresh : old, folder);
            }
            keepTheirs(old, folder);
        }
        List<Path> ours = entries(path.resolve(NEW));
        for (Path fresh : ours) {
            remove(fresh);
        }
        Files.deleteIfExists(path.resolve(NEW));
        Files.deleteIfExists(path.resolve(OLD));
        Files.deleteIfExists(path);
    }

    /** Moves what this program did not write, folders of runs among it, to the new folder. */
    private static void keepTheirs(Path old, Path folder) throws IOException {
        Set<String> ours = ours(old);
        for (Path entry : entries(old)) {
            String name = entry.getFileName().toString();
            Path kept = folder.resolve(name);
            if (!ours.contains(name) && !Files.exists(kept, LinkOption.NOFOLLOW_LINKS)) {
                move(entry, kept);
            }
        }
        remove(old);
    }

    private static Set<String> ours(Path folder) throws IOException {
        Path list = folder.resolve(LIST);
        var ours = new TreeSet<>(Set.of(LIST));
        if (Files.exists(list)) {
            ours.addAll(Files.readAllLines(list, StandardCharsets.UTF_8));
        }
        return ours;
    }

    /** Removes a folder and the files in it, the list last, but no folder in it: there is none of this program's. */
    private static void remove(Path folder) throws IOException {
        for (Path entry : entries(folder)) {
            if (!entry.endsWith(LIST) && !Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS)) {
                Files.delete(entry);
            }
        }
        Files.deleteIfExists(folder.resolve(LIST));
        Files.deleteIfExists(folder);
    }

    private static List<Path> entries(Path folder) throws IOException {
        if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.toList();
        }
    }

    private static void move(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    }
}
