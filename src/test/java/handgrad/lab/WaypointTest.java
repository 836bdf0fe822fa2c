package handgrad.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import handgrad.InputException;
import handgrad.engine.Descent;
import handgrad.input.claim.Case;
import handgrad.input.data.Sampling;
import handgrad.lab.result.Run;
import handgrad.network.function.rule.Momentum;
import handgrad.testing.ReferenceCase;
import handgrad.testing.Runs;
import handgrad.train.Progress;
import handgrad.train.Settings;
import handgrad.train.Stopping;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.buffer.DataType;

/** A trace on the way of a run stands where the run stands, and its derivatives are the step that the run takes next. */
class WaypointTest {
    private static Waypoint at(String experiment, Settings settings, long step) {
        return new Workbench(Experiments.named(experiment), settings, List.of(EngineKind.HAND))
                .at(step, Progress.silent());
    }

    private static double[] parameters(Waypoint reached) {
        return reached.here().parameters().values();
    }

    static Stream<Settings> plainSettings() {
        Settings full = Settings.of(3, 10, 0.5, 3);
        return Stream.of(
                full,
                full.withSeed(4).withHidden(List.of(4, 2)),
                full.withSampling(Sampling.batches(2)),
                full.withSampling(Sampling.batches(3)),
                full.withSampling(Sampling.online()));
    }

    /** {@code theta_(N+1) = theta_N - eta g}, where g is the mean of what the traces of the step's samples arrive at. */
    @ParameterizedTest
    @MethodSource("plainSettings")
    void theDerivativesTimesTheRateAreTheStep(Settings settings) {
        for (long step = 0; step < 10; step++) {
            Waypoint reached = at("xor-squared-error", settings, step);
            Case here = reached.here();
            double[] next = parameters(at("xor-squared-error", settings, step + 1));
            double[] moved = parameters(reached).clone();
            for (int sample = 0; sample < here.samples().n(); sample++) {
                double[] derivatives =
                        Tracer.whole(sample).trace(reached).trace().gradient().values();
                for (int i = 0; i < moved.length; i++) {
                    moved[i] -= 0.5 * derivatives[i] / here.samples().n();
                }
            }
            assertThat(next).isNotEqualTo(parameters(reached));
            assertThat(next).as("after step %d", step + 1).containsExactly(moved, within(1e-15));
        }
    }

    /** Epochs of two steps, shuffled, with momentum, in both precisions, beside another engine: all the same bits. */
    @ParameterizedTest
    @ValueSource(strings = {"DOUBLE", "FLOAT"})
    void theParametersHaveTheBitsOfARun(DataType type) {
        var settings = Settings.of(7, 5, 0.1, 3)
                .withDescent(Descent.of(new Momentum(), 0.1))
                .withSampling(Sampling.batches(2))
                .withDataType(type);
        for (int epochs = 1; epochs <= 5; epochs++) {
            Run run = Runs.of("xor-cross-entropy", settings.withEpochs(epochs), "hand", "dl4j");
            Waypoint reached = at("xor-cross-entropy", settings, 2L * epochs);
            assertThat(parameters(reached))
                    .isEqualTo(run.training().first().parameters().point().values());
            assertThat(reached.moment().loss()).isEqualTo(run.training().first().loss());
        }
    }

    /** The figures of a NumPy program: a step of the worked example lowers its error from 0.298371109 to 0.291027774. */
    @Test
    void theWorkedExampleStandsWhereItsReferenceStands() {
        Settings settings = Experiments.named("worked-example").defaults();
        for (var reference : ReferenceCase.read("runs.json")
                .at("/worked-example/errorAfterStep")
                .properties()) {
            Waypoint reached = at("worked-example", settings, Long.parseLong(reference.getKey()));
            var error = Percentage.withPercentage(1e-10);
            assertThat(reached.moment().loss()).isCloseTo(reference.getValue().asDouble(), error);
            assertThat(Tracer.whole(0).trace(reached).trace().loss())
                    .as("its only sample")
                    .isCloseTo(reference.getValue().asDouble(), error);
        }
    }

    /** An epoch of XOR in threes: three samples, then the one that is left, and every sample once. */
    @Test
    void theBatchIsTheOneThatTheNextStepTakes() {
        Settings threes = Settings.of(3, 10, 0.5, 3).withSampling(Sampling.batches(3));
        List<List<Double>> seen = IntStream.range(6, 8)
                .mapToObj(step -> at("xor-squared-error", threes, step).here().samples())
                .flatMap(samples -> Stream.of(samples.x()))
                .map(x -> List.of(x[0], x[1]))
                .toList();
        assertThat(at("xor-squared-error", threes, 7).here().samples().n()).isEqualTo(1);
        assertThat(seen).containsExactlyInAnyOrder(List.of(0., 0.), List.of(0., 1.), List.of(1., 0.), List.of(1., 1.));
    }

    @Test
    void aStepThatTheRunNeverTakesIsRefused() {
        Settings ten = Settings.of(3, 10, 0.5, 3);
        assertThatThrownBy(() -> at("xor-squared-error", ten, 11))
                .isInstanceOf(InputException.class)
                .hasMessage("--step 11: expected 0 to 10, the steps of xor-squared-error");
        assertThatThrownBy(() -> at("xor-squared-error", ten, -1))
                .hasMessageStartingWith("--step -1: expected 0 to 10");
        assertThat(at("xor-squared-error", ten, 10).moment().steps()).isEqualTo(10);
        var soon = ten.withStopping(new Stopping(OptionalDouble.of(1), OptionalDouble.empty()));
        assertThatThrownBy(() -> at("xor-squared-error", soon, 2))
                .hasMessage("--step 2: expected 0 to 1, the steps of xor-squared-error, "
                        + "which ends early with these settings (loss-reached)");
        assertThat(at("xor-squared-error", soon, 1).moment().step()).isEqualTo(1);
        assertThatThrownBy(() -> at("xor-cross-entropy", Settings.of(4, 20, 1e308, 3), 20))
                .hasMessageContaining("(not-finite)");
    }

    @Test
    void theBiasesOfTheWorkedExampleStay() {
        Settings settings = Experiments.named("worked-example").defaults();
        Waypoint start = at("worked-example", settings, 0);
        Waypoint later = at("worked-example", settings, 5);
        for (var block : start.here().network().blocks()) {
            double[] before = start.here().parameters().values(block);
            double[] after = later.here().parameters().values(block);
            if (block.isWeight()) {
                assertThat(after).isNotEqualTo(before);
            } else {
                assertThat(after).isEqualTo(before);
            }
        }
    }
}
