package handgrad.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import handgrad.show.text.Screen;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code handgrad verify --program}: what is printed, the exit codes, and what a wrong command line is told. */
class VerifyProgramTest {
    private static final String FUNCTIONS = "python3 src/test/resources/handgrad/program/functions/";

    private static final String BOWL = """
            import handgrad.judge.function.HandFunction;
            import handgrad.judge.function.Tensor;
            import java.util.List;
            public class Bowl implements HandFunction {
                public List<Tensor> tensors() {
                    return List.of(new Tensor("x", List.of(3), new double[] {0.3, -1.2, 0.7}, true));
                }
                public double loss(double[]... v) {
                    return v[0][0] * v[0][0] + 2 * v[0][1] * v[0][1] + 3 * v[0][2] * v[0][2];
                }
                public double[][] gradient(double[]... v) {
                    return new double[][] {{FACTOR * v[0][0], FACTOR * 2 * v[0][1], FACTOR * 3 * v[0][2]}};
                }
            }
            """;

    private static void assumePython() {
        assumeTrue(Said.by("verify", "--program", FUNCTIONS + "tanh_layer.py").exit() == 0, "skipped: no python3");
    }

    @Test
    void aFunctionOfItsOwnIsJudgedByDifferencesOfItsLoss() {
        assumePython();

        Said right = Said.by("verify", "--program", FUNCTIONS + "embedding.py");
        Said wrong = Said.by("verify", "--program", FUNCTIONS + "embedding.py repeats-overwrite");

        assertThat(right.out()).startsWith("embedding.py: pass (float64");
        assertThat(wrong.exit()).isEqualTo(1);
        assertThat(wrong.out())
                .startsWith("embedding.py: FAIL")
                .contains("where it starts: FAIL: the gradient of table");
    }

    @Test
    void theFirstTensorThatDiffersComesFirst() {
        assumePython();

        Said said =
                Said.by("verify", "--program", FUNCTIONS + "net_b.py h2-forward", "--against", FUNCTIONS + "net_a.py");

        assertThat(said.exit()).isEqualTo(1);
        assertThat(said.out()).startsWith("net_b.py against net_a.py: FAIL, the first tensor that differs is h2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"net_b.py h2-forward --against net_a.py", "counts.py", "embedding.py repeats-overwrite"})
    void itFitsANarrowScreen(String line) {
        assumePython();
        var arguments = new ArrayList<>(List.of("verify", "--verbose", "--program"));
        for (String program : line.split(" --against ", -1)) {
            arguments.addAll(List.of(FUNCTIONS + program, "--against"));
        }
        String[] words = arguments.subList(0, arguments.size() - 1).toArray(String[]::new);
        String endless = Said.by(words).out();
        for (int width : new int[] {80, 60, 40}) {
            Narrow.check(Said.on(new Screen(width, false, false), words).out(), endless, width);
        }
    }

    @Test
    void jsonIsOneObject() {
        assumePython();

        Said said = Said.by("verify", "--json", "--program", FUNCTIONS + "counts.py");
        JsonNode document = JsonMapper.builder().build().readTree(said.out());

        assertThat(said.exit()).isEqualTo(1);
        assertThat(document.get("verdict").stringValue()).isEqualTo("fail");
        assertThat(document.get("memory").stringValue()).startsWith("gradient-not-reset");
    }

    /** {@code L = x0^2 + 2 x1^2 + 3 x2^2}, so {@code dL/dx = (2 x0, 4 x1, 6 x2)}: the factor is 2. */
    @Test
    void aJavaClassMayHaveAFunctionOfItsOwn(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("Bowl.java");
        Files.writeString(file, BOWL.replace("FACTOR", "2"));
        assertThat(Said.by("verify", file.toString()).out()).startsWith("Bowl: pass");

        Files.writeString(file, BOWL.replace("FACTOR", "1"));
        Said half = Said.by("verify", file.toString());

        assertThat(half.exit()).isEqualTo(1);
        assertThat(half.out()).contains("half the right one");
    }

    /** A loss that overflows has no differences: nothing is said to be wrong, and nothing right. */
    @Test
    void whatCannotBeJudgedIsNeitherRightNorWrong(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("Bowl.java");
        Files.writeString(
                file, BOWL.replace("FACTOR", "2").replace("return v[0][0]", "return 1e308 * 1e308 + v[0][0]"));

        Said said = Said.by("verify", file.toString());

        assertThat(said.exit()).isEqualTo(2);
        assertThat(said.out()).startsWith("Bowl: undecided");
    }

    @Test
    void aCommandThatCannotBeStarted() {
        refused(List.of("--program", "no-such-program --fast"), "no-such-program");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aProgramThatEndsAtOnce() {
        refused(List.of("--program", "false"), "ended");
    }

    @Test
    void optionsThatDoNotGoTogether() {
        refused(List.of("--against", "x"), "--against: expected --program beside it, found none");
        refused(List.of("--program", "x", "xor-online"), "'xor-online': expected no names beside --program");
        refused(List.of("--program", "x", "--seed", "4"), "--seed 4: is for experiments, not for a program");
        refused(List.of("--program", "x", "--whole-limit", "0"), "--whole-limit 0: expected at least 1");
        refused(List.of("--program", ""), "--program");
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
