package handgrad.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import handgrad.lab.EngineKind;
import handgrad.lab.Experiments;
import handgrad.lab.Workbench;
import handgrad.train.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code handgrad trace}, as a user types it. */
class TraceCommandTest {
    private static final String CASES = "src/test/resources/reference/cases/";
    private static final String MAZUR = CASES + "mazur-first-step.json";

    @TempDir
    private Path folder;

    private static String traced(String... arguments) {
        var said =
                Said.by(Stream.concat(Stream.of("trace"), Stream.of(arguments)).toArray(String[]::new));
        assertThat(said.err()).isEmpty();
        assertThat(said.exit()).isZero();
        return said.out();
    }

    @Test
    void aCaseFileIsFollowedForwardAndBack() {
        String out = traced(MAZUR);
        assertThat(out)
                .startsWith("mazur-first-step: pass (2-2-2, ")
                .contains("\nmazur-first-step: 2-2-2, half-squared-error, sample 0 of 1\n")
                .contains(
                        "forward, layer 1 (sigmoid)",
                        "forward, layer 2",
                        "loss (half-",
                        "backward, layer 2",
                        "backward, layer 1")
                .contains("w5, w6, w7, w8 = W2[0,0], W2[1,0], W2[0,1], W2[1,1]")
                .contains("  dL/dW2[0,0] = dL/dw5 = delta2[0] * a1[0] = 0.138499 * 0.593270 = 0.0821670\n")
                .contains(
                        "All 12 entries of the traced gradient agree with the oracle's, one by one (forward mode; largest");
        assertThat(out.lines()).allMatch(line -> line.length() <= 124);
    }

    @Test
    void anExperimentIsTracedAtItsStart() {
        assertThat(traced("xor-cross-entropy", "--sample", "2"))
                .contains("2-3-1, binary-cross-entropy, sample 2 of 4", "sum over 4 samples", "cancels", "y[0] - t[0]");
        assertThat(traced("xor-squared-error", "--hidden", "2,3", "--seed", "5"))
                .contains("2-2-3-1", "this one adds 1/4 of each", "backward, layer 3");
        assertThat(traced("xor-squared-error", "--seed", "5")).isNotEqualTo(traced("xor-squared-error", "--seed", "6"));
    }

    /** After 10,000 steps the error of the worked example is 0.0000351019, as of a program in NumPy. */
    @Test
    void anExperimentIsTracedOnItsWay() {
        assertThat(traced("worked-example"))
                .contains("At the start of 10,000 steps: the training loss is 0.298371.", "step 1.");
        assertThat(traced("worked-example", "--step", "1"))
                .contains("After 1 of 10,000 steps: the training loss is 0.291028.", "L = L[0] + L[1]", "= 0.291028\n");
        assertThat(traced("worked-example", "--step", "10000"))
                .contains("After all 10,000 steps: the training loss is 3.51019e-05.", "= 3.51019e-05\n");
        assertThat(traced("xor-online", "--step", "3")).contains("sample 0 of 1", "The batch is that of step 4.");
        assertThat(traced(MAZUR)).doesNotContain("steps");
    }

    /** w5 is 0.4 and its derivative 0.082167041: a step at rate 1 makes it 0.317833, at the experiment's own rate, 0.5, 0.358916. */
    @Test
    void theWayIsThatOfARunWithTheSameSettings() {
        List<String> first = List.of("worked-example", "--step", "1", "--layer", "2", "--neuron", "0");
        assertThat(traced(first.toArray(String[]::new))).contains(" * 0.358916 + ");
        assertThat(traced(Stream.concat(first.stream(), Stream.of("--learning-rate", "1"))
                        .toArray(String[]::new)))
                .contains(" * 0.317833 + ");
        assertThat(traced("xor-squared-error", "--epochs", "20001", "--step", "20001"))
                .contains("After all 20,001 steps");
        assertThat(traced("xor-online", "--batch-size", "2", "--order", "shuffled"))
                .contains("sample 0 of 2");
    }

    /** Adam's first step is by the learning rate in each weight, whatever the gradient; plain descent's is not. */
    @Test
    void aRunOfAStudyIsTraced() {
        List<String> adam = List.of("xor-updaters", "--variant", "adam");
        double rate = Workbench.all(
                        Experiments.named("xor-updaters"),
                        Experiments.named("xor-updaters").defaults(),
                        List.of(EngineKind.HAND))
                .stream()
                .filter(run -> run.topic().variant().equals(Optional.of("adam")))
                .findFirst()
                .orElseThrow()
                .at(0, Progress.silent())
                .here()
                .learningRate()
                .orElseThrow();
        assertThat(Math.abs(bias(adam, 1) - bias(adam, 0))).isCloseTo(rate, withinPercentage(0.1));
    }

    /** The bias of the output after so many steps: the last number in {@code z2[0] = ... + b}. */
    private static double bias(List<String> study, int step) {
        String out = traced(Stream.concat(
                        study.stream(), Stream.of("--digits", "12", "--layer", "2", "--step", String.valueOf(step)))
                .toArray(String[]::new));
        var numbers = Pattern.compile("\\+ \\(?(-?[0-9.e-]+)\\)?\n +=").matcher(out);
        assertThat(numbers.find()).as(out).isTrue();
        return Double.parseDouble(numbers.group(1));
    }

    @Test
    void aLayerAndANeuronNarrowItDown() {
        assertThat(traced(MAZUR, "--layer", "1")).contains("z1[1] =", "dL/dw4").doesNotContain("dL/dw5", "loss (");
        assertThat(traced(MAZUR, "--neuron", "1"))
                .contains("dL/dw4", "dL/dw8", "L = L[0] + L[1]")
                .doesNotContain("dL/dw1 ", "dL/dw5 ", "L[0] = ");
        assertThat(traced("digits-cross-entropy", "--layer", "1", "--neuron", "127"))
                .contains("sample 0 of 1,437", "adds 1/1437 of each")
                .contains("z1[127] = x[", "smaller terms) + (", " zeros) + b1[127]");
    }

    @Test
    void digitsCanBeChosen() {
        assertThat(traced(MAZUR, "--digits", "3")).contains("0.138 * 0.593 = 0.0822");
        assertThat(traced(MAZUR, "--digits", "17")).contains("0.5932699921071872");
    }

    @Test
    void softmaxIsShownWithItsWholeRow() throws IOException {
        String softmax = """
                {"layers": [{"weights": [[1, -1, 0.5]], "bias": [0, 0, %s], "activation": "softmax"}],
                 "loss": "%s", "reduction": "sum", "x": [[2]], "y": [[0, 1, %s]]}""";
        Path squared =
                Files.writeString(folder.resolve("squared.json"), softmax.formatted("0", "mean-squared-error", "0"));
        assertThat(traced(squared.toString()))
                .contains("m = max(z1[0], z1[1], z1[2]) = max(2, -2, 1) = 2")
                .contains("s2 = dL/dy[0] * y[0] + dL/dy[1] * y[1] + dL/dy[2] * y[2]", "y[1] * (dL/dy[1] - s2)")
                .contains("2 * (y[0] - t[0]) / 3");
        Path logarithm = Files.writeString(folder.resolve("log.json"), softmax.formatted("0", "cross-entropy", "0.5"));
        assertThat(traced(logarithm.toString()))
                .contains("s2 = t[0] + t[1] + t[2]", "y[0] * s2 - t[0]", "L[1] = -t[1] * ln(y[1])");
        Path saturated = Files.writeString(folder.resolve("far.json"), softmax.formatted("900", "cross-entropy", "0"));
        assertThat(traced(saturated.toString())).contains("L[1] = t[1] * (ln(s) - (z1[1] - m))", "= 903");
    }

    @Test
    void saturatedOutputsAreRightToo() {
        assertThat(traced(CASES + "saturated-cross-entropy.json"))
                .contains("computed from z", "entries of the traced gradient agree");
    }

    @Test
    void whatIsNotFiniteFails() throws IOException {
        Path file = Files.writeString(folder.resolve("large.json"), """
                {"layers": [{"weights": [[1e200]], "bias": [0], "activation": "identity"}],
                 "loss": "half-squared-error", "reduction": "sum", "x": [[1e200]], "y": [[0]]}""");
        Said said = Said.by("trace", file.toString());
        assertThat(said.exit()).isEqualTo(1);
        assertThat(said.out()).contains("The loss is not finite", "2 of 2 entries of the traced gradient DO NOT AGREE");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "MAZUR --sample 1|--sample 1: expected 0 to 0, the samples of mazur-first-step",
                "MAZUR --sample -1|--sample -1: expected 0 to 0",
                "digits-cross-entropy --layer 1 --neuron 0 --sample 1437|expected 0 to 1436, the samples of a step of digits-cross",
                "xor-cross-entropy --step 10001|--step 10001: expected 0 to 10000, the steps of xor-cross-entropy",
                "xor-cross-entropy --step -1|--step -1: expected 0 to 10000, the steps of",
                "xor-cross-entropy --step two|--step",
                "MAZUR --step 3|expected no --step",
                "MAZUR --layer 0|--layer 0: expected 1 to 2,",
                "MAZUR --layer 3|--layer 3: expected 1 to 2, the layers of 2-2-2",
                "MAZUR --layer 1 --neuron 2|--neuron 2: expected 0 to 1, the neurons of layer 1",
                "xor-cross-entropy --neuron 3|--neuron 3: expected 0 to 2, the neurons of the widest layer",
                "MAZUR --digits 0|--digits 0: expected 1 to 17",
                "MAZUR --seed 3|expected no --seed",
                "MAZUR --hidden 3|expected no --hidden 3",
                "MAZUR --updater adam|expected no --updater adam",
                "MAZUR --variant adam|expected no --variant adam",
                "xor-updaters --variant adm|did you mean 'adam'?",
                "xor-stopping --variant loss|(valid: 'seed 4, loss below 0.05', 'seed 4, step below 0.001'",
                "xor-updaters --variant adam --updater sgd|--updater: xor-updaters chooses it for each of its runs",
                "xor-cross-entropy --variant adam|xor-cross-entropy is a single run, expected no variant",
                "xor-cross-entropy --split-seed 3|--split-seed 3: xor-cross-entropy has no test set to split off",
                "xor-cross-entropy --step 4 --epochs 3|--step 4: expected 0 to 3, the steps of",
                "MAZUR --layer one|--layer",
                "xor-cross-entropy --seed -1|--seed -1: expected 0 to 4294967295",
                "xor-cross-entrpy|did you mean 'xor-cross-entropy'?",
                "missing.json|missing.json: no such file",
                "digits-cross-entropy|64-128-10 has 9610 parameters, more than the 200",
                "digits-cross-entropy --layer 1|expected --layer and --neuron (layer 1: neurons 0 to 127, layer 2: neurons 0 to 9)",
                "xor-cross-entropy --hidden 99999 --layer 1 --neuron 0|2-99999-1 has 399997 parameters: expected at most 100000",
                "|NAME"
            })
    void wrongInputIsAnsweredInOneSentence(String arguments, String sentence) {
        String line = arguments == null ? "trace" : "trace " + arguments.replace("MAZUR", MAZUR);
        Said said = Said.by(line.split(" ", -1));
        assertThat(said.exit()).isEqualTo(2);
        assertThat(said.out()).isEmpty();
        assertThat(said.complaints()).hasSize(1).first().asString().contains(sentence);
    }

    @Test
    void theHelpSaysHowThingsAreCounted() {
        assertThat(Said.by("trace", "--help").out().replaceAll("\\s+", " "))
                .contains(
                        "Layers count from 1; samples, neurons, rows and columns from 0.",
                        "--step",
                        "--sample",
                        "--layer",
                        "--neuron",
                        "--digits",
                        "--seed",
                        "--hidden",
                        "--learning-rate",
                        "--variant");
    }
}
