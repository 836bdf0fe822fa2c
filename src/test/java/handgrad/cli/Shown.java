package handgrad.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A command that a page shows with what it prints: in a block without a language, a line that begins with {@code $}, and the lines
 * below it. A line {@code ...} stands for any lines that are left out.
 *
 * @param notRun what {@code <!-- not run: ... -->} above the block says of a command that no test can run; empty for the others
 */
record Shown(Path page, int line, String command, List<String> output, String notRun) {
    static final String PROMPT = "$ ";
    private static final String FENCE = "```";
    private static final String MARK = "<!-- not run: ";

    static Stream<Path> pages() throws IOException {
        try (Stream<Path> docs = Files.walk(Path.of("docs"))) {
            List<Path> pages = docs.filter(page -> page.toString().endsWith(".md"))
                    .sorted()
                    .toList();
            return Stream.concat(
                    Stream.of("README.md", "CONTRIBUTING.md", "SECURITY.md", "results/README.md")
                            .map(Path::of),
                    pages.stream());
        }
    }

    /** The commands of a page that are shown with an output, in their order. */
    static List<Shown> on(Path page) throws IOException {
        var all = new ArrayList<Shown>();
        for (Block block : blocks(page)) {
            for (int i = 0; i < block.lines().size(); i++) {
                String line = block.lines().get(i);
                if (line.startsWith(PROMPT)) {
                    List<String> output = block.lines().stream()
                            .skip(i + 1)
                            .takeWhile(next -> !next.startsWith(PROMPT))
                            .toList();
                    all.add(new Shown(
                            page, block.line() + i + 1, line.substring(PROMPT.length()), output, block.notRun()));
                }
            }
        }
        return all;
    }

    /** A block without a language; {@code line} is that of its fence, from 1. */
    record Block(int line, List<String> lines, String notRun) {}

    static List<Block> blocks(Path page) throws IOException {
        var all = new ArrayList<Block>();
        List<String> lines = Files.readAllLines(page);
        for (int begin = 0; begin < lines.size(); begin++) {
            if (lines.get(begin).startsWith(FENCE)) {
                List<String> inside = lines.stream()
                        .skip(begin + 1)
                        .takeWhile(line -> !line.equals(FENCE))
                        .toList();
                if (lines.get(begin).equals(FENCE)) {
                    String above = begin == 0 ? "" : lines.get(begin - 1);
                    all.add(new Block(begin + 1, inside, above.startsWith(MARK) ? above.substring(MARK.length()) : ""));
                }
                begin += inside.size() + 1;
            }
        }
        return all;
    }

    @Override
    public String toString() {
        return "%s:%d %s".formatted(page, line, command);
    }
}
