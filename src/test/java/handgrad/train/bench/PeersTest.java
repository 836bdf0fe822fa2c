package handgrad.train.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import handgrad.InputException;
import handgrad.engine.Batch;
import handgrad.engine.Descent;
import handgrad.engine.hand.HandEngine;
import handgrad.network.Trained;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.api.buffer.DataType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The peers in Python, run with NumPy where there is one: they make the steps that are measured here. */
class PeersTest {
    private static final String FOLDER = "src/jmh/python";

    @TempDir
    private static Path temporary;

    @BeforeAll
    static void numpyIsThere() throws InterruptedException {
        boolean there;
        try {
            python("-c", "import numpy");
            there = true;
        } catch (IOException | AssertionError e) {
            there = false;
        }
        assumeTrue(there, "python3 with numpy is not on the path");
    }

    /** What it prints on standard output. */
    private static String python(String... arguments) throws IOException, InterruptedException {
        Path output = temporary.resolve("printed.txt");
        var command = new ArrayList<>(List.of("python3"));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .redirectOutput(output.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isZero();
        return Files.readString(output);
    }

    @ParameterizedTest
    @CsvSource({"2-10-1/4, '(2, 10, 1), 4'", "64-128-10/32, '(64, 128, 10), 32'"})
    void numpyMakesTheSameSteps(String name, String inPython) throws IOException, InterruptedException {
        Workload workload = Workload.named(name, DataType.DOUBLE);
        Batch batch = workload.batch();
        var engine = new HandEngine(workload.start(), Descent.sgd(Workload.LEARNING_RATE), Trained.ALL);
        for (int i = 0; i < 20; i++) {
            engine.step(batch);
        }
        String program = "import sys; sys.dont_write_bytecode = True; sys.path.insert(0, '%s'); import in_numpy; "
                .formatted(FOLDER);
        String printed = python(
                "-c", program + "p = in_numpy.NumPy(%s); print([p.step() for _ in range(21)][-1])".formatted(inPython));
        assertThat(Double.parseDouble(printed.strip())).isCloseTo(engine.loss(batch), Percentage.withPercentage(1e-10));
    }

    @Test
    void takeTurnsWhenToldTo() {
        try (Peers peers = Peers.start(Path.of(""), "python3")) {
            assertThat(peers.names()).contains("numpy", "numpy, no loss");
            assertThat(peers.versions()).contains("Python 3").contains("numpy ");
            for (String name : peers.names()) {
                var spell = peers.turn(name, Workload.named("5-4-2/3", DataType.DOUBLE))
                        .take(1_000_000);
                assertThat(spell.nanos()).isGreaterThanOrEqualTo(1_000_000);
                assertThat(spell.steps()).isPositive();
            }
        }
    }

    @Test
    void whatIsMissingIsNamed() {
        assertThatThrownBy(() -> Peers.start(temporary, "python3"))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("found no ")
                .hasMessageContaining("peers.py");
        assertThatThrownBy(() -> Peers.start(Path.of(""), "no-such-python"))
                .isInstanceOf(InputException.class)
                .hasMessage("--peers: found no no-such-python, expected Python 3 with NumPy on the path");
        assertThatThrownBy(() -> Peers.start(Path.of(""), "false"))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("cannot make steps");
    }

    @Test
    void theJsonHasARowAWorkloadAndPeer() throws IOException, InterruptedException {
        JsonNode json = new JsonMapper().readTree(python(FOLDER + "/peers.py", "--json", "--seconds", "0.001"));
        assertThat(json.isArray()).isTrue();
        assertThat(json).hasSizeGreaterThanOrEqualTo(6);
        json.forEach(row -> {
            assertThat(row.propertyNames()).containsExactly("network", "batch", "peer", "minMicros", "medianMicros");
            assertThat(row.get("minMicros").asDouble())
                    .isPositive()
                    .isLessThanOrEqualTo(row.get("medianMicros").asDouble());
        });
    }
}
