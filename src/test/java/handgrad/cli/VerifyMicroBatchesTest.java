package handgrad.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code handgrad verify --micro-batches}: what is printed, the exit codes, and what a wrong command line is told. */
class VerifyMicroBatchesTest {
    private static final String LOOP = "python3 src/test/resources/handgrad/program/micro_batches.py";

    /** Adds up what the hand engine says of each micro-batch: its mean, or its sum. */
    private static final String ADDING = """
            import handgrad.engine.*; import handgrad.network.*;
            import handgrad.engine.hand.HandEngine;
            import handgrad.input.userclass.HandGradient;
            import java.util.*;
            import org.nd4j.linalg.api.ndarray.INDArray;

            public class Adding implements HandGradient {
                private INDArray sum;
                private double loss;

                public Parameters gradient(Network network, Parameters parameters, Batch batch) {
                    return new HandEngine(parameters, 1).gradient(batch).gradient().copy();
                }

                public Optional<LossGradient> accumulate(
                        Network network, Parameters parameters, Batch batch, MicroBatch place) {
                    boolean mean = network.reduction() == Reduction.MEAN;
                    LossGradient one = new HandEngine(parameters, 1).gradient(batch);
                    double factor = FACTOR;
                    if (ZEROED) {
                        sum = one.gradient().vector().mul(0);
                        loss = 0;
                    }
                    sum = sum.add(one.gradient().vector().mul(factor));
                    loss += factor * one.loss();
                    return Optional.of(new LossGradient(loss, Parameters.over(network, sum)));
                }
            }
            """;

    private static final String RIGHT = "mean ? (double) batch.n() / place.n() : 1";
    private static final String FIRST = "place.isFirst()";

    @TempDir
    private Path folder;

    private Path adding(String factor, String zeroed) throws IOException {
        String source = ADDING.replace("FACTOR", factor).replace("ZEROED", zeroed);
        return Files.writeString(folder.resolve("Adding.java"), source);
    }

    private static Said verified(Path file, String... options) {
        var arguments = new ArrayList<>(List.of("verify", file.toString(), "--micro-batches", "3"));
        arguments.addAll(List.of(options));
        return Said.by(arguments.toArray(String[]::new));
    }

    @Test
    void aClassThatAddsUpRightPasses() throws IOException {
        Said said = verified(adding(RIGHT, FIRST));

        assertThat(said.exit()).isZero();
        assertThat(said.out()).startsWith("Adding: pass (18 answers, all right").contains("in 3 micro-batches");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            mean-of-means           | mean ? 1.0 / place.count() : 1                                    | place.isFirst()
            averaged-twice          | (mean ? (double) batch.n() / place.n() : 1) / place.count()       | place.isFirst()
            sum-of-means            | mean ? 1 : 1                                                      | place.isFirst()
            sum-instead-of-mean     | mean ? batch.n() : 1                                              | place.isFirst()
            last-micro-batch-only   | mean ? (double) batch.n() / place.n() : 1                         | true
            micro-batch-left-out    | mean ? (double) batch.n() / place.n() : 1                         | place.index() < 2
            gradient-not-reset      | mean ? (double) batch.n() / place.n() : 1                         | sum == null ? true : sum.length() != network.size()
            """)
    void aMistakeInAClassIsNamed(String mistake, String factor, String zeroed) throws IOException {
        Said said = verified(adding(factor, zeroed));

        assertThat(said.exit()).isEqualTo(1);
        assertThat(said.out()).startsWith("Adding: FAIL").contains("  " + mistake + ": ");
    }

    /** The gradient decides; a loss that is not that of the batch is said. */
    @Test
    void aLossOfTheLastMicroBatchAloneIsSaid() throws IOException {
        Path file = adding(RIGHT, FIRST);
        Files.writeString(file, Files.readString(file).replace("loss += factor", "loss = factor"));

        Said said = verified(file);

        assertThat(said.exit()).isZero();
        assertThat(said.out()).contains("The loss is wrong").contains("of all micro-batches only the last is in it");
    }

    @Test
    void jsonHasTheWeights() throws IOException {
        Said said = verified(adding("mean ? 1.0 / place.count() : 1", FIRST), "--json");
        JsonNode document = JsonMapper.builder().build().readTree(said.out());

        assertThat(document.get("microBatches").intValue()).isEqualTo(3);
        JsonNode row = document.get("weights").get(0).get("rows").get(0);
        assertThat(row.get("samples").intValue()).isEqualTo(2);
        assertThat(row.get("weight").doubleValue()).isEqualTo(1.0 / 3 / 2);
        assertThat(row.get("right").doubleValue()).isEqualTo(1.0 / 13);
        assertThat(document.at("/shown/diagnosis/0/mistake").stringValue()).isEqualTo("mean-of-means");
    }

    @Test
    void aClassWithoutTheMethod() throws IOException {
        Path file = adding(RIGHT, FIRST);
        Files.writeString(file, Files.readString(file).replace("> accumulate(", "> addedUp("));

        refused(List.of(file.toString(), "--micro-batches", "3"), "needs a method accumulate(");
    }

    @Test
    void aProgramThatCannot() {
        assumePython();

        refused(List.of("--program", LOOP + " cannot", "--micro-batches", "3"), "\"accumulate\": true");
        refused(
                List.of("--program", LOOP + " --fixed 2-3-1 4", "--micro-batches", "4"),
                "--micro-batches 4: expected at most 3 for a batch of 4 samples");
        refused(
                List.of(
                        "--program",
                        "python3 src/test/resources/handgrad/program/functions/tanh_layer.py",
                        "--micro-batches",
                        "2"),
                "tanh_layer.py: --micro-batches is for networks, not for a function of its own");
    }

    /** What it says before it ends is in the one sentence. */
    @Test
    void aProgramThatEndsInTheMiddleOfABatch() {
        assumePython();

        Said said = Said.by("verify", "--program", LOOP + " crashes", "--micro-batches", "3");

        assertThat(said.exit()).isEqualTo(2);
        assertThat(said.err()).contains("it has ended with exit code 1 after the words 'out of memory'");
    }

    @Test
    void optionsThatDoNotGoTogether() throws IOException {
        String file = adding(RIGHT, FIRST).toString();
        refused(List.of("--micro-batches", "1", file), "--micro-batches 1: expected from 2 to 32");
        refused(List.of("--micro-batches", "33", file), "--micro-batches 33: expected from 2 to 32");
        refused(List.of("--micro-batches", "3"), "not for experiments");
        refused(List.of("--micro-batches", "3", "xor-online"), "not for 'xor-online'");
        refused(List.of("--micro-batches", "3", "case.json"), "not for 'case.json'");
        refused(List.of("--micro-batches", "3", folder.toString()), "is for --program or one Java class");
        refused(List.of("--micro-batches", "3", file, "Other.java"), "is for --program or one Java class");
        refused(List.of("--micro-batches", "3", "--program", "x", "--against", "y"), "expected no --against beside it");
        refused(List.of("--micro-batches", "three", file), "--micro-batches three");
    }

    private static void assumePython() {
        assumeTrue(
                Said.by("verify", "--program", LOOP + " --fixed 1-1 3", "--micro-batches", "2")
                                .exit()
                        == 0,
                "skipped: no python3");
    }

    private static void refused(List<String> options, String words) {
        var arguments = new ArrayList<>(List.of("verify"));
        arguments.addAll(options);
        Said said = Said.by(arguments.toArray(String[]::new));

        assertThat(said.exit()).isEqualTo(2);
        assertThat(said.complaints()).hasSize(1);
        assertThat(said.err()).contains(words);
    }
}
