package handgrad.lab.result;

import static org.assertj.core.api.Assertions.assertThat;

import handgrad.input.data.Sampling;
import handgrad.lab.EngineKind;
import handgrad.lab.Experiment;
import handgrad.lab.Experiments;
import handgrad.lab.Workbench;
import handgrad.train.Settings;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a user has chosen of a run, as words of the command line. */
class OptionTest {
    static List<Experiment> all() {
        return Experiments.all();
    }

    private static List<List<String>> asked(Experiment experiment, Settings settings, List<EngineKind> engines) {
        return Workbench.all(experiment, settings, engines).stream()
                .map(bench -> bench.topic().asked())
                .distinct()
                .toList();
    }

    /** What a study chooses for its runs was not asked for, and neither is what the experiment does by itself. */
    @ParameterizedTest
    @MethodSource("all")
    void onlyWhatIsOtherThanTheExperimentsOwnWasAskedFor(Experiment experiment) {
        Settings own = experiment.defaults();
        assertThat(asked(experiment, own, experiment.engines())).containsExactly(List.of());
        assertThat(asked(experiment, own.withSeed(77), experiment.engines())).containsExactly(List.of("--seed", "77"));
        assertThat(asked(experiment, own.withHidden(List.of(7, 6)), List.of(EngineKind.SCALAR)))
                .containsExactly(List.of("--hidden", "7,6", "--engines", "scalar"));
    }

    private static List<String> words(Settings settings) {
        return Option.all(settings, List.of("hand")).stream()
                .flatMap(Option::words)
                .toList();
    }

    @Test
    void theyAreWrittenAsTheyAreTyped() {
        assertThat(words(Settings.of(4, 20, 1e-4, 5, 3)))
                .containsExactly(
                        "--seed",
                        "4",
                        "--epochs",
                        "20",
                        "--updater",
                        "sgd",
                        "--learning-rate",
                        "1.0e-4",
                        "--l2",
                        "0.0",
                        "--hidden",
                        "5,3",
                        "--mode",
                        "free-running",
                        "--engines",
                        "hand");
    }

    /** As many samples as there are, each drawn by itself: not the same as all of them. */
    @Test
    void anOrderIsWrittenWithoutABatchSizeToo() {
        Settings settings = Settings.of(4, 20, 0.1, 3);
        assertThat(words(settings)).doesNotContain("--order");
        assertThat(words(settings.withSampling(new Sampling(OptionalInt.empty(), Sampling.Order.DRAWN))))
                .containsSequence("--order", "drawn")
                .doesNotContain("--batch-size");
    }
}
