package handgrad.show;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import handgrad.engine.Batch;
import handgrad.engine.Descent;
import handgrad.input.data.Draw;
import handgrad.input.data.Sampling;
import handgrad.input.data.Split;
import handgrad.lab.EngineKind;
import handgrad.lab.Experiment;
import handgrad.lab.Setup;
import handgrad.lab.Workbench;
import handgrad.lab.result.Run;
import handgrad.network.Network;
import handgrad.network.Reduction;
import handgrad.network.Samples;
import handgrad.network.function.Activation;
import handgrad.network.function.Definitions;
import handgrad.network.function.Loss;
import handgrad.network.function.Rule;
import handgrad.network.function.activation.Elu;
import handgrad.network.function.activation.Identity;
import handgrad.network.function.activation.LeakyRelu;
import handgrad.network.function.activation.Sigmoid;
import handgrad.network.function.activation.Softmax;
import handgrad.network.function.activation.Tanh;
import handgrad.network.function.loss.HalfSquaredError;
import handgrad.network.function.loss.Huber;
import handgrad.testing.Runs;
import handgrad.train.Observation;
import handgrad.train.Progress;
import handgrad.train.Settings;
import handgrad.train.Stopping;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;

/** The program {@code repeat.py} beside each report, run with NumPy where there is one: an independent second opinion. */
@Tag("outside")
class RepeatInPythonTest {
    @TempDir
    private static Path temporary;

    @BeforeAll
    static void numpyIsThere() throws IOException, InterruptedException {
        boolean there;
        try {
            there = python("-c", "import numpy").exit == 0;
        } catch (IOException e) {
            there = false;
        }
        assumeTrue(there, "python3 with numpy is not on the path");
    }

    private record Printed(int exit, List<String> lines) {}

    private static Printed python(String... arguments) throws IOException, InterruptedException {
        Path output = temporary.resolve("printed.txt");
        var command = new java.util.ArrayList<>(List.of("python3"));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return new Printed(process.exitValue(), Files.readAllLines(output));
    }

    /** Lines such as {@code epoch 5 loss 2.82}: each loss is the one that was observed after that epoch. */
    private static void repeats(Run run, double percent) throws IOException, InterruptedException {
        Path program = Files.writeString(
                temporary.resolve("repeat.py"), Reports.of(run).get("repeat.py"));
        Printed printed = python(program.toString());
        assertThat(printed.exit).as("%s", printed.lines).isZero();
        int compared = 0;
        for (String line : printed.lines) {
            List<String> words = List.of(line.split(" ", -1));
            if (words.get(0).equals("epoch")) {
                assertThat(Double.parseDouble(words.get(3)))
                        .as(line)
                        .isCloseTo(lossAfter(run, Long.parseLong(words.get(1))), Percentage.withPercentage(percent));
                compared++;
            }
            if (line.startsWith("training accuracy")) {
                assertThat(Double.parseDouble(words.get(2)))
                        .isEqualTo(run.training().first().trainScore());
                compared++;
            }
        }
        assertThat(compared).isEqualTo(12);
    }

    private static double lossAfter(Run run, long epoch) {
        return run.training().observations().stream()
                .filter(seen -> seen.step() == epoch * run.training().stepsPerEpoch())
                .map(Observation::engines)
                .map(engines -> engines.get(0).loss())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void fullBatchesWithCrossEntropy() throws IOException, InterruptedException {
        repeats(Runs.xor(50, "hand", "dl4j"), 1e-10);
    }

    /** Samples drawn one by one, biases drawn once a layer and never trained. */
    @Test
    void drawnSamples() throws IOException, InterruptedException {
        Settings settings = Settings.of(3, 20, 0.5, 5).withSampling(Sampling.online());
        repeats(Runs.of("xor-online", settings, "hand"), 1e-10);
    }

    /** Stopped by its loss after as many epochs, and by its step after as many steps, as the run was. */
    @Test
    void stoppedRuns() throws IOException, InterruptedException {
        Settings settings = Settings.of(4, 5000, 0.1, 3);
        for (Stopping stopping : List.of(Stopping.belowLoss(1), Stopping.belowStep(0.005))) {
            Run run = Runs.of("xor-cross-entropy", settings.withStopping(stopping), "hand");
            assertThat(run.training().steps()).isBetween(100L, 4000L);
            Path program = Files.writeString(
                    temporary.resolve("stopped.py"), Reports.of(run).get("repeat.py"));
            List<String> lines = python(program.toString()).lines;
            String last = lines.get(lines.size() - 2);
            double loss = Double.parseDouble(last.substring(last.lastIndexOf(' ')));
            assertThat(loss).as(last).isCloseTo(run.training().first().loss(), Percentage.withPercentage(1e-10));
        }
    }

    @Test
    void miniBatchesWithSquaredError() throws IOException, InterruptedException {
        repeats(Runs.batches("xor-squared-error", 10, 3, DataType.DOUBLE), 1e-10);
    }

    @Test
    void singlePrecision() throws IOException, InterruptedException {
        repeats(Runs.batches("xor-cross-entropy", 20, 2, DataType.FLOAT), 1e-3);
    }

    static Stream<Activation> activations() {
        return Stream.concat(Definitions.all(Activation.class).stream(), Stream.of(new LeakyRelu(0.2), new Elu(0.5)));
    }

    /** Softmax stands in the output layer, the others in both. */
    @ParameterizedTest
    @MethodSource("activations")
    void everyActivation(Activation f) throws IOException, InterruptedException {
        repeats(Trained.of(f.entrywise() ? f : new Tanh(), f, new HalfSquaredError()), 1e-10);
    }

    static Stream<Loss> losses() {
        return Stream.concat(Definitions.all(Loss.class).stream(), Stream.of(new Huber(0.5)));
    }

    @ParameterizedTest
    @MethodSource("losses")
    void everyLoss(Loss loss) throws IOException, InterruptedException {
        Activation output = Stream.of(new Identity(), new Sigmoid(), new Softmax())
                .filter(loss::accepts)
                .findFirst()
                .orElseThrow();
        repeats(Trained.of(new Tanh(), output, loss), 1e-10);
    }

    /** A network 2-3-2 on five points of two classes, in mini-batches of two. */
    private record Trained(Network network) implements Experiment {
        private static final double[][] X = {{0.5, -1}, {-0.3, 0.2}, {1.5, 0.7}, {-2, -0.4}, {0.1, 1.2}};
        private static final double[][] Y = {{0, 1}, {1, 0}, {1, 0}, {0, 1}, {1, 0}};

        static Run of(Activation hidden, Activation output, Loss loss) {
            var network = Network.dense(2, List.of(3), 2, hidden, output, loss, Reduction.MEAN);
            var experiment = new Trained(network);
            return new Workbench(experiment, experiment.defaults(), List.of(EngineKind.HAND)).run(Progress.silent());
        }

        @Override
        public String name() {
            return "five-points";
        }

        @Override
        public String question() {
            return "Does repeat.py repeat it?";
        }

        @Override
        public String expectation() {
            return "It does.";
        }

        @Override
        public Settings defaults() {
            return Settings.of(3, 20, 0.05, 3).withSampling(Sampling.batches(2));
        }

        @Override
        public int trainingSamples() {
            return X.length;
        }

        @Override
        public Setup setup(Settings settings) {
            var batch = Batch.of(settings.dataType(), new Samples(X, Y));
            String python = "x = np.array(%s)\ny = np.array(%s)\nx_test = y_test = None\n"
                    .formatted(Arrays.deepToString(X), Arrays.deepToString(Y));
            return new Setup(network, new Split(batch, Optional.empty(), python), Draw.NORMAL);
        }
    }

    static List<Rule> rules() {
        return Definitions.all(Rule.class);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void everyRuleOfDescentWithL2(Rule rule) throws IOException, InterruptedException {
        var settings = Settings.of(7, 30, 0.05, 3)
                .withSampling(Sampling.batches(3))
                .withDescent(new Descent(rule, 0.05, 0.01));
        repeats(Runs.of("xor-squared-error", settings, "hand"), 1e-10);
    }
}
