package handgrad.judge.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import handgrad.engine.Threads;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The checker checked: every mistake of the list, planted over a grid of networks; and right gradients, left alone. */
@Tag("slow")
class MistakeMatrixTest {
    private static final Path FRESH = Path.of("target/mistake-matrix.md");
    private static final String BEGIN = "<!-- begin: target/mistake-matrix.md -->";
    private static final String END = "<!-- end -->";
    private static final String FIGURE = "\\d[\\d,]*(\\.\\d+)?";
    private static final String REFRESH =
            "docs/how-well-it-works.md holds other figures: put target/mistake-matrix.md between its two marks,"
                    + " sed -i -e '/^<!-- begin: target/r target/mistake-matrix.md' -e '/^<!-- begin/,/^<!-- end/{//!d}'"
                    + " docs/how-well-it-works.md";

    private static MistakeMatrix matrix;

    @BeforeAll
    static void plant() throws IOException {
        Threads.use(1);
        matrix = MistakeMatrix.run(Grid.cases());
        Files.writeString(FRESH, MatrixPage.of(matrix));
        List<String> unnamed = matrix.detectable()
                .filter(outcome -> outcome.naming() != Outcome.Naming.FIRST)
                .map(Outcome::toString)
                .toList();
        Files.write(Path.of("target/mistake-matrix-unnamed.txt"), unnamed);
    }

    @Test
    void noRightGradientIsCalledWrong() {
        assertThat(matrix.right()).hasSizeGreaterThan(500).noneMatch(Outcome::detected);
    }

    /** All but what lies within the tolerance: where targets are next to the outputs, {@code y - t} has lost its digits. */
    @Test
    void whatRoundingDoesNotHideIsDetected() {
        List<Outcome> missed = matrix.planted().stream().filter(Outcome::missed).toList();
        assertThat(missed).allMatch(outcome -> outcome.given().kind() == MatrixCase.Kind.CLOSE);
        assertThat(missed.size()).isLessThan(matrix.planted().size() / 1000);
        assertThat(matrix.nameless())
                .filteredOn(outcome -> !outcome.group().contains("1e-8"))
                .noneMatch(Outcome::missed);
    }

    @Test
    void nearlyAllAreNamedFirstWithTheirLayer() {
        List<Outcome> detectable = matrix.detectable().toList();
        assertThat(detectable).hasSizeGreaterThan(10_000);
        assertThat(MatrixPage.count(detectable, Outcome::namedFirst)).isGreaterThan(detectable.size() * 95L / 100);
        assertThat(MatrixPage.count(detectable, outcome -> outcome.naming() == Outcome.Naming.FIRST))
                .isGreaterThan(detectable.size() * 95L / 100);
    }

    @Test
    void everyMistakeOfTheListIsPlantedAndNamed() {
        for (Mistake mistake : Mistake.values()) {
            assertThat(matrix.detectable().filter(outcome -> outcome.group().equals(mistake.id())))
                    .as(mistake.id())
                    .isNotEmpty()
                    .anyMatch(Outcome::namedFirst);
        }
    }

    /** On another machine the last bit of an exponential may differ, and a count by a few with it. */
    @Test
    void theDocumentationHoldsTheseFigures() throws IOException {
        String page = Files.readString(Path.of("docs/how-well-it-works.md"));
        String documented = page.substring(page.indexOf(BEGIN) + BEGIN.length(), page.indexOf(END))
                .strip();
        String fresh = Files.readString(FRESH).strip();
        assertThat(documented.replaceAll(FIGURE, "#")).as(REFRESH).isEqualTo(fresh.replaceAll(FIGURE, "#"));
        List<Double> written = figures(documented);
        List<Double> counted = figures(fresh);
        for (int i = 0; i < counted.size(); i++) {
            double leeway = Math.max(3, 0.01 * counted.get(i));
            assertThat(written.get(i)).as(REFRESH).isCloseTo(counted.get(i), Offset.offset(leeway));
        }
    }

    @Test
    void theDocumentationListsEveryMistake() throws IOException {
        String page = Files.readString(Path.of("docs/verification.md"));
        for (Mistake mistake : Mistake.values()) {
            assertThat(page)
                    .contains("| `%s` | %s | `%s` |".formatted(mistake.id(), mistake.sentence(), mistake.cure()));
        }
    }

    private static List<Double> figures(String text) {
        return Pattern.compile(FIGURE)
                .matcher(text)
                .results()
                .map(figure -> Double.valueOf(figure.group().replace(",", "")))
                .toList();
    }
}
