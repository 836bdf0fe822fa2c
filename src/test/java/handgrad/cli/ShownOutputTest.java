package handgrad.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every output that a page shows below a command is what that command prints. */
class ShownOutputTest {
    /** Commands with an output that no test can run: each is marked with the reason, and counted here. */
    private static final int NOT_RUN = 0;

    private static final String LEFT_OUT = "...";

    /** A line with a time, a speed or a size of memory holds other digits each time. */
    private static final Pattern MEASURED = Pattern.compile("\\d (s|ms|µs|MB|seconds|minutes)\\b");

    private static final String FIGURE = " *[\\d.,]+( (ms|µs|s)\\b)?";

    /** Differences that come from rounding, and digits beyond the tenth, differ from processor to processor. */
    private static final Pattern ROUNDING = Pattern.compile("\\d(\\.\\d+)?e-1\\d|(?<=\\d\\.\\d{9})\\d+");

    /** Lines that are commands by themselves, or go on with the one above. */
    private static final Pattern COMMAND =
            Pattern.compile("(\\./handgrad|\\.ci/|JAVA_HOME=\\S+ mvn|mvn|python3|printf|    --).*");

    @TempDir
    private static Path results;

    private static Shell shell;

    @BeforeAll
    static void open() {
        shell = new Shell(results);
    }

    static Stream<Path> pages() throws IOException {
        return Shown.pages();
    }

    static List<Shown> all() throws IOException {
        var all = new ArrayList<Shown>();
        for (Path page : pages().toList()) {
            all.addAll(Shown.on(page));
        }
        return all;
    }

    static Stream<Shown> run() throws IOException {
        return all().stream().filter(shown -> shown.notRun().isEmpty());
    }

    @ParameterizedTest
    @MethodSource("run")
    void isWhatTheCommandPrints(Shown shown) throws IOException, InterruptedException {
        String printed = shell.printed(shown.command());

        assertThat(agree(shown.output(), printed.lines().toList()))
                .as("%s prints\n%s\nand the page shows\n%s", shown, printed, String.join("\n", shown.output()))
                .isTrue();
    }

    @Test
    void whatIsNotRunIsCounted() throws IOException {
        assertThat(all().stream().filter(shown -> !shown.notRun().isEmpty())).hasSize(NOT_RUN);
    }

    /** A block without a language holds commands alone, or a prompt in front of each and what it prints: no output stands by itself. */
    @ParameterizedTest
    @MethodSource("pages")
    void outputsStandBelowTheirCommands(Path page) throws IOException {
        for (Shown.Block block : Shown.blocks(page)) {
            assertThat(block.lines()).as("%s:%d", page, block.line()).isNotEmpty();
            if (!block.lines().get(0).startsWith(Shown.PROMPT)) {
                assertThat(block.lines())
                        .as("%s:%d: give the block a language, or put the command above it", page, block.line())
                        .allMatch(line -> COMMAND.matcher(line).matches());
            }
        }
    }

    @Test
    void aLineThatIsNotPrintedIsFound() {
        List<String> printed = List.of("one", "two", "", "took 12 s", "off by 2.5e-16", "0.12345678901234");

        assertThat(agree(List.of("one", "two", "..."), printed)).isTrue();
        assertThat(agree(List.of("...", "took 7 s", "off by 3e-17", "0.12345678955555"), printed))
                .isTrue();
        assertThat(agree(List.of("one", "...", "", "..."), printed)).isTrue();
        assertThat(agree(List.of("one", "..."), List.of("one"))).isTrue();
        assertThat(agree(List.of("one", "two"), printed)).as("ends early").isFalse();
        assertThat(agree(List.of("two", "..."), printed)).as("begins late").isFalse();
        assertThat(agree(List.of("one", "...", "three", "..."), printed)).isFalse();
        assertThat(agree(List.of("...", "two", "...", "one", "..."), printed)).isFalse();
        assertThat(agree(List.of("...", "0.12345677901234"), printed)).isFalse();
    }

    /** Whether the lines shown are those printed, one after the other, with any between them where dots are. */
    private static boolean agree(List<String> shown, List<String> printed) {
        if (shown.isEmpty()) {
            return printed.isEmpty();
        }
        List<String> rest = shown.subList(1, shown.size());
        if (shown.get(0).equals(LEFT_OUT)) {
            return Stream.iterate(0, from -> from <= printed.size(), from -> from + 1)
                    .anyMatch(from -> agree(rest, printed.subList(from, printed.size())));
        }
        return !printed.isEmpty()
                && masked(shown.get(0)).equals(masked(printed.get(0)))
                && agree(rest, printed.subList(1, printed.size()));
    }

    private static String masked(String line) {
        String settled = ROUNDING.matcher(line.stripTrailing()).replaceAll("#");
        return MEASURED.matcher(line).find() ? settled.replaceAll(FIGURE, "#") : settled;
    }
}
