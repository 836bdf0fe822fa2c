package handgrad.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import handgrad.testing.ReferenceCase;
import handgrad.train.Observation;
import handgrad.train.Outcome;
import handgrad.train.Progress;
import handgrad.train.Settings;
import handgrad.train.TrainingRecord;
import java.util.List;
import org.assertj.core.data.Offset;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Whole runs of the experiments, as users start them, against the same runs made in NumPy ({@code runs.json}). */
class ReferenceRunsTest {
    private static final Percentage RELATIVE = Percentage.withPercentage(1e-9);
    private static final Offset<Double> ABSOLUTE = Offset.offset(1e-11);

    private static TrainingRecord run(String experiment, JsonNode reference, EngineKind... engines) {
        Experiment chosen = Experiments.named(experiment);
        Settings settings = Settings.of(
                reference.get("seed").asLong(),
                reference.get("epochs").asInt(),
                reference.get("learningRate").asDouble(),
                reference.get("hidden").asInt());
        if (reference.has("split")) {
            settings = settings.withSplitSeed(reference.get("split").asLong());
        }
        var record = new Workbench(chosen, settings, List.of(engines))
                .run(Progress.silent())
                .training();
        assertThat(record.outcome().ending()).isEqualTo(Outcome.Ending.COMPLETED);
        return record;
    }

    private static void meets(TrainingRecord record, JsonNode reference) {
        for (var epoch : reference.get("lossBeforeEpoch").properties()) {
            Observation seen = record.observations().stream()
                    .filter(observation -> observation.epoch() == Long.parseLong(epoch.getKey()))
                    .findFirst()
                    .orElseThrow();
            for (var state : seen.engines()) {
                assertThat(state.loss())
                        .as("%s before epoch %s", state.engine(), epoch.getKey())
                        .isCloseTo(epoch.getValue().asDouble(), RELATIVE);
            }
        }
        for (var result : record.results()) {
            for (int i = 0;
                    reference.has("predictions") && i < result.predictions().size();
                    i++) {
                assertThat(result.predictions().get(i).get(0))
                        .isCloseTo(reference.get("predictions").get(i).asDouble(), ABSOLUTE);
            }
        }
    }

    /** Mazur's 2-2-2 network, neuron by neuron, as matrices, and in DL4J: 10,000 steps with biases that stay. */
    @Test
    void theWorkedExampleInAllEngines() {
        JsonNode reference = ReferenceCase.read("runs.json").get("worked-example");
        var chosen = Experiments.named("worked-example");
        var record = new Workbench(chosen, chosen.defaults(), List.of(EngineKind.values()))
                .run(Progress.silent())
                .training();
        for (var step : reference.get("errorAfterStep").properties()) {
            var seen = record.observations().stream()
                    .filter(observation -> observation.step() == Long.parseLong(step.getKey()))
                    .findFirst()
                    .orElseThrow();
            assertThat(seen.engines()).hasSize(3).allSatisfy(state -> assertThat(state.loss())
                    .isCloseTo(step.getValue().asDouble(), Percentage.withPercentage(1e-10)));
        }
        for (var result : record.results()) {
            for (int k = 0; k < 2; k++) {
                assertThat(result.predictions().get(0).get(k))
                        .isCloseTo(reference.get("outputs").get(k).asDouble(), Offset.offset(1e-12));
            }
        }
    }

    /** 10,000 epochs from seed 1, where XOR is not learned. */
    @Test
    void xorWithCrossEntropyThatSticks() {
        JsonNode reference =
                ReferenceCase.read("runs.json").get("xor-cross-entropy").get(0);
        meets(run("xor-cross-entropy", reference, EngineKind.HAND), reference);
    }

    /** 10,000 epochs from seed 4, where it is: both engines, from the first step to the last. */
    @Test
    void xorWithCrossEntropyThatLearns() {
        JsonNode reference =
                ReferenceCase.read("runs.json").get("xor-cross-entropy").get(1);
        var record = run("xor-cross-entropy", reference, EngineKind.HAND, EngineKind.DL4J);
        meets(record, reference);
        assertThat(record.firstDivergentStep()).isEmpty();
    }

    /** 100,001 epochs, as in the article. */
    @Test
    @Tag("long")
    void xorWithSquaredError() {
        JsonNode reference =
                ReferenceCase.read("runs.json").get("xor-squared-error").get(0);
        meets(run("xor-squared-error", reference, EngineKind.HAND), reference);
    }

    /** 1,000 epochs of full batches; 0.9916 of the training set and 0.9778 of the test set are read correctly. */
    @Test
    void digitsWithCrossEntropy() {
        JsonNode reference = ReferenceCase.read("runs.json").get("digits").get(0);
        var record = run("digits-cross-entropy", reference, EngineKind.HAND);
        meets(record, reference);
        assertThat(record.first().trainScore())
                .isEqualTo(reference.get("trainAccuracy").asDouble());
        assertThat(record.first().testScore())
                .hasValue(reference.get("testAccuracy").asDouble());
    }
}
