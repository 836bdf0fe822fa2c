package handgrad.show.page;

import static org.assertj.core.api.Assertions.assertThat;

import handgrad.show.file.Link;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The navigation line of a page: every link of it leads somewhere. */
class NeighboursTest {
    private static final Link INDEX = new Link("All results", "../index.html");
    private static final Link INDEX_ABOVE = new Link("All results", "../../index.html");
    private static final Link STUDY = new Link("Study", "../report.html");
    private static final Link RUN = new Link("Run", "report.html");
    private static final Link TRACE = new Link("Trace", "trace.html");
    private static final Link PYTHON = new Link("repeat.py", "repeat.py");

    @TempDir
    private Path results;

    private Path xor;
    private Path rate;

    @BeforeEach
    void aRunAndARunOfAStudy() throws IOException {
        xor = Files.createDirectories(results.resolve("xor"));
        rate = Files.createDirectories(results.resolve("rates/0.1"));
    }

    private static void write(Path... files) throws IOException {
        for (Path file : files) {
            Files.writeString(file, "<meta name=\"generator\" content=\"Handgrad page\" />");
        }
    }

    @Test
    void onlyTheIndexIsSureToCome() {
        assertThat(Neighbours.within(results, xor).of(Page.FILE)).containsExactly(INDEX);
        assertThat(Neighbours.within(results, rate).of(Page.FILE)).containsExactly(INDEX_ABOVE);
        assertThat(Neighbours.within(results, results).of(Page.FILE))
                .containsExactly(new Link("All results", "index.html"));
    }

    @Test
    void whatIsThereIsLinked() throws IOException {
        write(rate.resolve("repeat.py"), rate.resolve("trace.html"), rate.resolve("report.html"));
        assertThat(Neighbours.within(results, rate).of(Page.FILE)).containsExactly(INDEX_ABOVE, TRACE, PYTHON);
        write(rate.resolveSibling("report.html"));
        assertThat(Neighbours.within(results, rate).of(Page.FILE)).containsExactly(INDEX_ABOVE, STUDY, TRACE, PYTHON);
        assertThat(Neighbours.within(results, rate).of(Neighbours.TRACE))
                .containsExactly(INDEX_ABOVE, STUDY, RUN, PYTHON);
    }

    @Test
    void whatIsWrittenTogetherIsLinkedToo() {
        assertThat(Neighbours.within(results, rate).and(Set.of("repeat.py")).of(Page.FILE))
                .containsExactly(INDEX_ABOVE, PYTHON);
    }

    /** A page of somebody's above all results is no study of the runs below. */
    @Test
    void whatIsAboveTheResultsIsNotAStudy() throws IOException {
        write(results.resolve("report.html"));
        assertThat(Neighbours.within(results, xor).of(Page.FILE)).containsExactly(INDEX);
    }

    @Test
    void anIndexOfSomebodyElseIsNotLinked() throws IOException {
        Files.writeString(results.resolve("index.html"), "mine");
        assertThat(Neighbours.within(results, xor).of(Page.FILE)).isEmpty();
    }

    @Test
    void aPageThatIsPutAnywhereLooksForAnIndexAboveIt() throws IOException {
        assertThat(Neighbours.around(xor).of(Neighbours.TRACE)).isEmpty();
        write(xor.resolve("report.html"));
        assertThat(Neighbours.around(xor).of(Neighbours.TRACE)).containsExactly(RUN);
        write(results.resolve("index.html"));
        assertThat(Neighbours.around(xor).of(Neighbours.TRACE)).containsExactly(INDEX, RUN);
        assertThat(Neighbours.around(rate).of(Neighbours.TRACE)).containsExactly(INDEX_ABOVE);
    }
}
