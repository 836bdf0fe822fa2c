package handgrad.show.page;

import handgrad.show.file.Link;
import handgrad.show.file.OwnPage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The files near a page that a reader goes to from it: only those that are there, or come with it.
 *
 * @param root the folder of results, whose index is made after its pages; empty where a page lies elsewhere
 * @param folder of the page
 * @param coming names that are written together with it, from its folder
 */
public record Neighbours(Optional<Path> root, Path folder, Set<String> coming) {
    public static final String TRACE = "trace.html";
    public static final String PYTHON = "repeat.py";

    /** The page of a study, from a run of it. */
    private static final String STUDY = "../" + Page.FILE;

    /** Folders of runs lie up to so far below their index. */
    private static final int DEPTH = 3;

    public Neighbours {
        coming = Set.copyOf(coming);
    }

    /** Of a page in a folder of results. */
    public static Neighbours within(Path root, Path folder) {
        return new Neighbours(Optional.of(root), folder, Set.of());
    }

    /** Of a page anywhere: an index is looked for above it. */
    public static Neighbours around(Path folder) {
        Optional<Path> root = Stream.iterate(Optional.of(folder.toAbsolutePath().normalize()), Neighbours::above)
                .limit(DEPTH)
                .flatMap(Optional::stream)
                .filter(each -> isOwn(each.resolve(ResultsIndex.FILE)))
                .findFirst();
        return new Neighbours(root, folder, Set.of());
    }

    private static Optional<Path> above(Optional<Path> folder) {
        return folder.map(Path::getParent);
    }

    /** The same with more that comes with the page. */
    public Neighbours and(Set<String> more) {
        var all = new HashSet<>(coming);
        all.addAll(more);
        return new Neighbours(root, folder, all);
    }

    /** Links to all of them, but for the page itself. */
    public List<Link> of(String page) {
        var links = new ArrayList<Link>();
        index().ifPresent(links::add);
        if (below() > 1) {
            add(links, "Study", STUDY);
        }
        if (!page.equals(Page.FILE)) {
            add(links, "Run", Page.FILE);
        }
        if (!page.equals(TRACE)) {
            add(links, "Trace", TRACE);
        }
        add(links, PYTHON, PYTHON);
        return links;
    }

    private Optional<Link> index() {
        return root.filter(there -> OwnPage.mayReplace(there.resolve(ResultsIndex.FILE), ""))
                .map(there -> new Link("All results", "../".repeat(below()) + ResultsIndex.FILE));
    }

    /** How many folders the page lies below the index. */
    private int below() {
        return root.map(there -> absolute(there).relativize(absolute(folder)))
                .filter(way -> !way.toString().isEmpty())
                .map(Path::getNameCount)
                .orElse(0);
    }

    private void add(List<Link> links, String text, String file) {
        if (coming.contains(file) || Files.isRegularFile(absolute(folder.resolve(file)))) {
            links.add(new Link(text, file));
        }
    }

    private static Path absolute(Path path) {
        return path.toAbsolutePath().normalize();
    }

    private static boolean isOwn(Path file) {
        return Files.exists(file) && OwnPage.mayReplace(file, "");
    }
}
