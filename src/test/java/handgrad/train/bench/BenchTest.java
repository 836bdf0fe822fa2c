package handgrad.train.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.api.buffer.DataType;

/** The clock, in turns too short to mean anything. */
class BenchTest {
    private static final Plan SHORT = new Plan(Duration.ofMillis(1), 2, 3);

    @Test
    void everySubjectIsMeasuredAndEveryRoundIsTold() {
        var told = new ArrayList<String>();
        List<Workload> workloads =
                List.of(Workload.named("2-3-1/4", DataType.DOUBLE), Workload.named("3-4-2/5", DataType.FLOAT));
        List<Measured> measured = new Bench(SHORT, 2, Optional.empty())
                .measure(workloads, (workload, round) -> told.add(workload + " " + round));
        assertThat(measured).extracting(Measured::workload).isEqualTo(workloads);
        for (Measured row : measured) {
            assertThat(row.timings()).containsOnlyKeys(Subject.values());
            assertThat(row.timings().values()).allSatisfy(timing -> {
                // Of three short turns the mean over all steps may lie on either side of both.
                assertThat(timing.micros()).isPositive().isFinite();
                assertThat(timing.low()).isPositive().isLessThanOrEqualTo(timing.high());
                assertThat(timing.high()).isFinite();
            });
        }
        assertThat(told)
                .as("what warms up first")
                .containsExactly(
                        "3-4-2/5 1",
                        "3-4-2/5 2",
                        "2-3-1/4 1",
                        "2-3-1/4 2",
                        "2-3-1/4 3",
                        "2-3-1/4 4",
                        "2-3-1/4 5",
                        "3-4-2/5 3",
                        "3-4-2/5 4",
                        "3-4-2/5 5");
    }

    @Test
    void aPlanTakesTimeAndARoundAtLeast() {
        assertThatThrownBy(() -> new Plan(Duration.ZERO, 1, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Plan(Duration.ofMillis(1), 1, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThat(SHORT.allRounds()).isEqualTo(5);
    }

    @Test
    void aTimingIsAllTimeOverAllStepsWithTheQuartilesOfTheTurns() {
        assertThat(Timing.of(new double[] {5, 1, 3, 2, 4}, new long[] {1, 1, 1, 1, 1}))
                .isEqualTo(new Timing(3, 2, 4));
        assertThat(Timing.of(new double[] {10, 20}, new long[] {10, 10})).isEqualTo(new Timing(1.5, 1.25, 1.75));
        assertThat(Timing.of(new double[] {7}, new long[] {1})).isEqualTo(new Timing(7, 7, 7));
        assertThat(new Timing(3, 2, 4).spread()).isCloseTo(2 / 3.0, within(1e-15));
    }

    /** Three turns of ten steps in 20 µs, and one in which a collector stopped them for 60 µs after five: 120 µs, 35 steps. */
    @Test
    void aPauseIsPaidForByAllSteps() {
        var timing = Timing.of(new double[] {20, 20, 60, 20}, new long[] {10, 10, 5, 10});
        assertThat(timing.micros()).isEqualTo(120 / 35.0);
        assertThat(timing.low()).isEqualTo(2);
    }

    @Test
    void ratiosAndSpreadComeFromTheTimings() {
        var measured = new Measured(
                Workload.named("2-3-1/4", DataType.DOUBLE),
                Map.of(Subject.HAND, new Timing(4, 3, 5), Subject.DL4J, new Timing(10, 10, 10)),
                Map.of("slow", new Timing(20, 20, 20), "numpy", new Timing(6, 6, 6)));
        assertThat(measured.ratio(Subject.DL4J, Subject.HAND)).isEqualTo(2.5);
        assertThat(measured.fastestPeer().orElseThrow().getKey()).isEqualTo("numpy");
        assertThat(measured.peerOverHand()).hasValue(1.5);
        assertThat(measured.spread()).isEqualTo(0.5);
    }

    @Test
    void theMachineIsNamed(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("cpuinfo");
        Files.writeString(
                file, "processor\t: 0\nmodel name\t: Abacus 3: the third\nprocessor\t: 1\nmodel name\t: other\n");
        assertThat(Machine.processor(file)).isEqualTo("Abacus 3: the third");
        Files.writeString(file, "processor\t: 0\n");
        assertThat(Machine.processor(file)).isNotBlank();
        assertThat(Machine.processor(folder.resolve("missing"))).isNotBlank();
        assertThat(Machine.here().java()).contains(System.getProperty("java.vm.version"));
        assertThat(Machine.here().collector()).isNotBlank();
    }
}
