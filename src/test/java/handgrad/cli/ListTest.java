package handgrad.cli;

import static org.assertj.core.api.Assertions.assertThat;

import handgrad.lab.Article;
import handgrad.lab.Experiment;
import handgrad.lab.Experiments;
import handgrad.show.text.Screen;
import java.util.List;
import org.junit.jupiter.api.Test;

/** {@code handgrad list}. */
class ListTest {
    private static final List<String> NAMES =
            Experiments.all().stream().map(Experiment::name).toList();

    /** As a script reads it: {@code handgrad list | cut -d ' ' -f 1}. */
    @Test
    void inAPipeTheFirstWordOfEachLineIsAName() {
        Said said = Said.by("list");
        assertThat(said.exit()).isZero();
        assertThat(said.out().lines().map(line -> line.substring(0, line.indexOf(' '))))
                .containsExactlyElementsOf(NAMES);
    }

    @Test
    void eachHasItsQuestionWhetherItIsAStudyAndItsTime() {
        assertThat(Said.by("list").out().lines())
                .anyMatch(line -> line.matches("xor-stopping +When should training end: .+ \\(study, \\d+ s\\)"))
                .anyMatch(line -> line.matches("xor-online +Does XOR .+ step, .+\\? \\(\\d+ s\\)"));
        assertThat(Experiments.all()).allMatch(each -> each.seconds() > 0 && each.article() != Article.NONE);
    }

    @Test
    void theyAreInTheOrderOfTheArticlesAndTheQuickOnesFirst() {
        for (int i = 1; i < NAMES.size(); i++) {
            Experiment before = Experiments.named(NAMES.get(i - 1));
            Experiment after = Experiments.named(NAMES.get(i));
            assertThat(before.article()).isLessThanOrEqualTo(after.article());
            if (before.article() == after.article()) {
                assertThat(before.seconds()).isLessThanOrEqualTo(after.seconds());
            }
        }
    }

    @Test
    void onATerminalArticlesAreHeadings() {
        String out = Said.on(new Screen(80, true, false), "list").out();
        assertThat(out)
                .contains("Article A: neuron by neuron\n  worked-example ")
                .contains("\nNext:\n");
        assertThat(NAMES).allMatch(out::contains);
    }
}
