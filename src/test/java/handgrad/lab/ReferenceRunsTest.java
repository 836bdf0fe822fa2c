package handgrad.lab;

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
import org.nd4j.linalg.api.ndarray.INDArray;
import tools.jackson.databind.JsonNode;

/** Whole runs of the experiments, as users start them, against the same runs made in NumPy ({@code runs.json}). */
@Tag("slow")
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
            assertThat(seen.engines()).hasSize(EngineKind.values().length).allSatisfy(state -> assertThat(state.loss())
                    .isCloseTo(step.getValue().asDouble(), Percentage.withPercentage(1e-10)));
        }
        for (var result : record.results()) {
            for (int k = 0; k < 2; k++) {
                assertThat(result.predictions().get(0).get(k))
                        .isCloseTo(reference.get("outputs").get(k).asDouble(), Offset.offset(1e-12));
            }
            weights(result.parameters().weights(0), reference.get("hiddenWeightsInByOut"));
            weights(result.parameters().weights(1), reference.get("outputWeightsInByOut"));
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

    /** 1,000 epochs of full batches; 0.9916 of the training set and 0.9778 of the test set are classified correctly. */
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

    private static void weights(INDArray weights, JsonNode reference) {
        for (int i = 0; i < weights.rows(); i++) {
            for (int j = 0; j < weights.columns(); j++) {
                assertThat(weights.getDouble(i, j))
                        .isCloseTo(reference.get(i).get(j).asDouble(), Offset.offset(1e-12));
            }
        }
    }

    /**
     * 10,000 steps of one drawn sample each, seed 1, in all engines. From a NumPy program: {@code w1 = random((2, 5))}, one
     * {@code random()} for the five biases, the same for the output; then {@code for r in randint(0, 4, 4)}, 2,500 times, a
     * step on sample r with rate 0.5 that leaves the biases alone.
     */
    @Test
    void onlineXorInAllEngines() {
        var chosen = Experiments.named("xor-online");
        var record = new Workbench(chosen, chosen.defaults(), List.of(EngineKind.values()))
                .run(Progress.silent())
                .training();
        double[] outputs = {0.08400785, 0.92098876, 0.93243951, 0.0682875};
        assertThat(record.steps()).isEqualTo(10_000);
        assertThat(record.results()).hasSize(EngineKind.values().length).allSatisfy(result -> {
            assertThat(result.loss()).isCloseTo(0.0028159622869910824, RELATIVE);
            for (int i = 0; i < outputs.length; i++) {
                assertThat(result.predictions().get(i).get(0)).isCloseTo(outputs[i], Offset.offset(5e-9));
            }
        });
    }

    /**
     * Raw pixels, the sum, a rate of 0.1: the accuracies are those of the NumPy program, whose loss is lost from epoch 1 on.
     * The loss computed from z is not.
     */
    @Test
    void digitsAsWritten() {
        JsonNode reference = ReferenceCase.read("runs.json").get("digits").get(1);
        var record = run("digits-as-written", reference, EngineKind.HAND);
        List<Observation> seen = record.observations();
        var start = seen.get(0).engines().get(0);
        assertThat(start.textbookLoss().orElseThrow())
                .isCloseTo(reference.at("/lossBeforeEpoch/0").asDouble(), RELATIVE);
        assertThat(start.loss())
                .as("from z; 1 - y has lost digits where y is close to 1")
                .isCloseTo(start.textbookLoss().orElseThrow(), Percentage.withPercentage(1e-6));
        assertThat(seen.subList(1, seen.size())).allSatisfy(later -> {
            assertThat(later.engines().get(0).textbookLoss()).hasValue(Double.NaN);
            assertThat(later.engines().get(0).loss()).isFinite();
        });
        assertThat(record.first().trainScore())
                .isEqualTo(reference.get("trainAccuracy").asDouble());
        assertThat(record.first().testScore())
                .hasValue(reference.get("testAccuracy").asDouble());
    }
}
