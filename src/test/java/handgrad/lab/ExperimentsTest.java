package handgrad.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import handgrad.InputException;
import handgrad.input.data.Sampling;
import handgrad.network.Precision;
import handgrad.train.Settings;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every experiment on the class path, and what holds of each. */
class ExperimentsTest {
    static List<Experiment> all() {
        return Experiments.all();
    }

    @Test
    void theArticlesRunsAreThere() {
        assertThat(all())
                .extracting(Experiment::name)
                .contains("xor-squared-error", "xor-cross-entropy", "digits-cross-entropy", "digits-squared-error")
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("all")
    void isFoundByItsNameAndAsksAQuestion(Experiment experiment) {
        assertThat(Experiments.named(experiment.name()).getClass()).isEqualTo(experiment.getClass());
        assertThat(experiment.name()).matches("[a-z0-9]+(-[a-z0-9]+)*");
        assertThat(experiment.question()).endsWith("?").doesNotContain("\n");
        assertThat(experiment.expectation()).endsWith(".").doesNotContain("\n", "`");
    }

    /** What is declared of an experiment is what it sets up. */
    @ParameterizedTest
    @MethodSource("all")
    void setsUpWhatItDeclares(Experiment experiment) {
        Settings settings = experiment.defaults();
        Setup setup = experiment.setup(settings);
        assertThat(setup.split().train().n()).isEqualTo(experiment.trainingSamples());
        assertThat(setup.split().train().x().columns())
                .isEqualTo(setup.network().nIn());
        assertThat(setup.split().train().y().columns())
                .isEqualTo(setup.network().nOut());
        assertThat(setup.network().layers().subList(0, setup.network().depth() - 1))
                .extracting(layer -> layer.nOut())
                .isEqualTo(settings.hidden());
        if (settings.splitSeed().isPresent()) {
            assertThat(setup.split().test()).as("a seed splits a test set off").isPresent();
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void allEnginesHaveTheRightGradientAtItsStart(Experiment experiment) {
        Settings settings = experiment.defaults();
        var kinds = List.of(EngineKind.values());
        var result = new Examiner(kinds, Precision.DOUBLE).examine(new Workbench(experiment, settings, kinds).start());
        assertThat(result.witnesses()).hasSameSizeAs(kinds);
        assertThat(result.passes()).isTrue();
    }

    @Test
    void aMistypedNameIsAnsweredWithTheNearest() {
        assertThatThrownBy(() -> Experiments.named("xor-squard-error"))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("unknown experiment 'xor-squard-error': did you mean 'xor-squared-error'?");
    }

    @Test
    void aBatchLargerThanTheTrainingSetIsRefusedBeforeAnythingRuns() {
        var settings = Settings.of(1, 1, 0.1, 3).withSampling(Sampling.batches(5));
        assertThatThrownBy(
                        () -> new Workbench(Experiments.named("xor-cross-entropy"), settings, List.of(EngineKind.HAND)))
                .isInstanceOf(InputException.class)
                .hasMessage("--batch-size 5: expected 1 to 4, the training samples of xor-cross-entropy");
    }
}
