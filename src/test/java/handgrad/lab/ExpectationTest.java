package handgrad.lab;

import static org.assertj.core.api.Assertions.assertThat;

import handgrad.input.csv.CsvOptions;
import handgrad.input.csv.FileSource;
import handgrad.lab.result.Run;
import handgrad.train.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is written before a run is shown of that very run only; what is said of any other is made from its figures. */
class ExpectationTest {
    static List<Experiment> all() {
        return Experiments.all();
    }

    @ParameterizedTest
    @MethodSource("all")
    void isSaidOfTheDefaultsAndOfNothingElse(Experiment experiment) {
        var settings = experiment.defaults();
        assertThat(Workbench.all(experiment, settings, experiment.engines()))
                .extracting(bench -> bench.topic().expectation())
                .containsOnly(Optional.of(experiment.expectation()));
        for (var other : List.of(settings.withSeed(77), settings.withEpochs(3), settings.withHidden(List.of(7)))) {
            assertThat(Workbench.all(experiment, other, experiment.engines()))
                    .extracting(bench -> bench.topic().expectation())
                    .containsOnly(Optional.empty());
        }
        assertThat(Workbench.all(experiment, settings, List.of(EngineKind.SCALAR)))
                .extracting(bench -> bench.topic().expectation())
                .containsOnly(Optional.empty());
    }

    /** A question may be asked of a network of any size: {@code --hidden} changes it. */
    @ParameterizedTest
    @MethodSource("all")
    void theQuestionHoldsForAnyWidth(Experiment experiment) {
        assertThat(experiment.question()).doesNotContainPattern("\\d+-\\d+-\\d+");
    }

    @Test
    void anotherTableIsNotToldWhatTheWinesShow(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("own.csv"), "a,b\n1,x\n2,y\n3,x\n4,y\n5,x\n6,y\n");
        var options = CsvOptions.of(new FileSource(file), Optional.of("b"));
        var table = ((Tabular) Experiments.named("csv")).on(options, List.of());
        assertThat(table.isExpected(table.defaults(), table.engines())).isFalse();
    }

    private static List<String> findings(String name, int epochs) {
        Experiment experiment = Experiments.named(name);
        List<Run> runs =
                Workbench.all(experiment, experiment.defaults().withEpochs(epochs), List.of(EngineKind.HAND)).stream()
                        .map(bench -> bench.run(Progress.silent()))
                        .toList();
        return experiment.findings(runs);
    }

    /** After 200 steps the losses of the largest rates are finite still, and have grown to hundreds of digits. */
    @Test
    void ratesThatDivergeAreNamedBeforeTheirLossIsNaN() {
        assertThat(findings("learning-rates", 200).get(1))
                .startsWith("Diverged: 0.5, to a loss of ")
                .contains("; 1, to");
    }

    /** After ten steps no run is stuck yet: each is counted once, as what it is. */
    @Test
    void startingPointsAreCountedAsWhatTheyAre() {
        assertThat(findings("xor-starting-points", 10))
                .noneMatch(finding -> finding.contains("learned all"))
                .anyMatch(finding -> finding.contains("their losses still fell"));
    }
}
