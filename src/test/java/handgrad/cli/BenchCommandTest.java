package handgrad.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import handgrad.show.text.Screen;
import handgrad.train.bench.Plan;
import handgrad.train.bench.Workload;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.buffer.DataType;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The command, with turns of a millisecond: what it prints, not how long anything took. */
class BenchCommandTest {
    private static final Plan SHORT = new Plan(Duration.ofMillis(1), 0, 1);

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... arguments) {
        return new CommandLine(new BenchCommand(SHORT, SHORT))
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(arguments);
    }

    @ParameterizedTest
    @CsvSource({"'--quick --json', 3", "'--quick --json --float', 3"})
    void jsonIsAnArrayWithAnObjectAWorkload(String line, int rows) {
        assertThat(run(line.split(" ", -1))).as(err.toString()).isZero();
        JsonNode json = new JsonMapper().readTree(out.toString());
        assertThat(json.isArray()).isTrue();
        assertThat(json).hasSize(rows);
        assertThat(json.valueStream()
                        .map(row -> row.get("network").asString() + "/"
                                + row.get("batch").asInt()))
                .containsExactly("2-10-1/4", "64-128-10/32", "64-128-10/1437");
        json.forEach(BenchCommandTest::isConsistent);
    }

    private static void isConsistent(JsonNode row) {
        assertThat(row.propertyNames())
                .containsExactly(
                        "network",
                        "batch",
                        "handMicros",
                        "threadedMicros",
                        "dl4jMicros",
                        "floorMicros",
                        "dl4jOverHand",
                        "handOverFloor",
                        "handOverThreaded");
        for (String name : List.of("handMicros", "dl4jMicros", "floorMicros")) {
            assertThat(figure(row, name)).as(name).isPositive().isFinite();
        }
        assertThat(figure(row, "dl4jOverHand"))
                .isCloseTo(figure(row, "dl4jMicros") / figure(row, "handMicros"), within(1e-9));
        assertThat(figure(row, "handOverFloor"))
                .isCloseTo(figure(row, "handMicros") / figure(row, "floorMicros"), within(1e-9));
    }

    private static double figure(JsonNode row, String name) {
        return row.get(name).asDouble();
    }

    @Test
    void theTableHasARowAWorkloadAndSaysWhereItComesFrom() {
        assertThat(run("--quick")).as(err.toString()).isZero();
        assertThat(out.toString().lines().filter(line -> line.matches(" [0-9-]+ +\\| .*")))
                .hasSize(3);
        assertThat(out.toString())
                .contains("network", "batch", "hand", "dl4j", "floor", "dl4j/hand", "hand/floor")
                .contains("means of 1 turns of about 1 ms")
                .contains("Machine: ")
                .contains("JVM: " + System.getProperty("java.vm.name"))
                .contains("at most; OpenBLAS kernel: ");
    }

    /** A clock that goes on by five seconds at each look: the first line is due at once, then every second one. */
    @Test
    void withoutATerminalALineComesEveryTenSecondsAtMost() {
        var seconds = new AtomicLong();
        var pace = new Pace(() -> 5_000_000_000L * seconds.getAndIncrement());
        var workloads = Workload.standard(DataType.DOUBLE);
        try (var progress = new BenchProgress.Lines(workloads, SHORT, pace, Screen.FILE, new PrintWriter(err))) {
            for (int round = 1; round <= 4; round++) {
                progress.ended(workloads.get(1), round);
            }
        }
        assertThat(err.toString().lines())
                .containsExactly("measuring 64-128-10/32 (2 of 3)", "measuring 64-128-10/32 (2 of 3)");
    }

    @Test
    void withoutQuickTenWorkloadsAreMeasured() {
        assertThat(run("--json")).as(err.toString()).isZero();
        JsonNode json = new JsonMapper().readTree(out.toString());
        assertThat(json).hasSize(10);
        json.forEach(BenchCommandTest::isConsistent);
    }

    @Test
    void theHelpNamesEveryOption() {
        Said said = Said.by("bench", "--help");
        assertThat(said.exit()).isZero();
        assertThat(said.out())
                .contains("Usage: handgrad bench")
                .contains("--quick", "--json", "--threads=N", "--float", "Try: handgrad bench --quick");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "1000000"})
    void threadsThatAreNotThere(String threads) {
        refused("--threads %s: expected 1 to ".formatted(threads), "--threads", threads);
    }

    @Test
    void otherMisuseIsNamed() {
        refused("--threads two: expected a whole number", "--threads", "two");
        refused("unknown option '--quik': did you mean '--quick'?", "--quik");
        refused("bench 'xor-cross-entropy': expected nothing more here", "xor-cross-entropy");
    }

    private static void refused(String sentence, String... arguments) {
        Said said =
                Said.by(Stream.concat(Stream.of("bench"), Stream.of(arguments)).toArray(String[]::new));
        assertThat(said.exit()).isEqualTo(2);
        assertThat(said.out()).isEmpty();
        assertThat(said.complaints()).hasSize(1);
        assertThat(said.err()).contains(sentence);
    }
}
