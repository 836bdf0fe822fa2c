package handgrad.cli;

import static org.assertj.core.api.Assertions.assertThat;

import handgrad.show.text.BenchText;
import handgrad.show.text.Screen;
import handgrad.train.bench.Bench;
import handgrad.train.bench.Machine;
import handgrad.train.bench.Plan;
import handgrad.train.bench.Workload;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.buffer.DataType;

/** Every command on screens of 80, 60 and 40 columns. */
class WidthTest {
    private static final String CASES = "src/test/resources/reference/cases/";

    @TempDir
    private Path folder;

    private static Screen screen(int width) {
        return new Screen(width, false, false);
    }

    private static void check(String... arguments) {
        Said endless = Said.by(arguments);
        for (int width : new int[] {80, 60, 40}) {
            Said said = Said.on(screen(width), arguments);
            assertThat(said.exit()).isEqualTo(endless.exit());
            Narrow.check(said.out(), endless.out(), width);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "list",
                "help",
                "help list",
                "help run",
                "help verify",
                "help trace",
                "help new",
                "help report",
                "help bench",
                "verify CASES/mistake-missing-activation-derivative.json --verbose",
                "verify CASES/mistake-transposed-weights.json",
                "verify CASES/saturated-cross-entropy.json --verbose",
                "verify CASES/one-sample.json CASES/mistake-factor-two.json",
                "verify CASES/no-such-case.json",
                "verify experiments/gradients/MyBackprop.java --verbose",
                "verify xor-cross-entropy --verbose",
                "verify xor-cros-entropy",
                "trace CASES/mazur-first-step.json",
                "trace CASES/mazur-first-step.json --digits 17",
                "trace CASES/regression-identity.json --sample 1 --digits 12",
                "trace digits-softmax --layer 1 --neuron 0"
            })
    void linesFitAndNumbersStayWhole(String line) {
        check(line.replace("CASES/", CASES).split(" ", -1));
    }

    @Test
    void aComplaintFitsToo() {
        Said endless = Said.by("run", "xor-cros-entropy");
        Said said = Said.on(screen(40), "run", "xor-cros-entropy");
        Narrow.check(said.err(), endless.err(), 40);
        assertThat(said.err().lines()).hasSizeGreaterThan(1);
    }

    @Test
    void aFolderOfSubmissions() throws IOException {
        Path submitted = Files.createDirectory(folder.resolve("class"));
        for (String name : new String[] {"mistake-sign-flipped.json", "one-sample.json"}) {
            Files.copy(Path.of(CASES, name), submitted.resolve(name));
        }
        Files.writeString(submitted.resolve("broken.json"), "{nonsense");
        check(
                "verify",
                submitted.toString(),
                "--results",
                folder.resolve("results").toString());
    }

    @Test
    void aFunctionOfItsOwn() throws IOException {
        Path file = Files.writeString(folder.resolve("Bowl.java"), """
                import handgrad.judge.function.HandFunction;
                import handgrad.judge.function.Tensor;
                import java.util.List;
                public class Bowl implements HandFunction {
                    public List<Tensor> tensors() {
                        return List.of(new Tensor("a.tensor.with.a.long.name", List.of(2), new double[] {0.3, -1.2}, true));
                    }
                    public double loss(double[]... v) {
                        return v[0][0] * v[0][0] + 2 * v[0][1] * v[0][1];
                    }
                    public double[][] gradient(double[]... v) {
                        return new double[][] {{v[0][0], 3 * v[0][1]}};
                    }
                }
                """);
        check("verify", file.toString(), "--verbose");
    }

    @Test
    void newAndReport() {
        int number = 0;
        for (int width : new int[] {80, 60, 40}) {
            String name = "mine%d.py".formatted(number++);
            String dir = folder.toString();
            Said said = Said.on(screen(width), "new", name, "--dir", dir);
            Narrow.check(
                    said.out(),
                    Said.by("new", "again" + name, "--dir", dir).out().replace("again", ""),
                    width);
            Said report = Said.on(screen(width), "report", dir);
            Narrow.check(report.out(), Said.by("report", dir).out(), width);
        }
    }

    @Test
    void bench() {
        var plan = new Plan(Duration.ofMillis(1), 0, 1);
        var rows = new Bench(plan, 1, Optional.empty())
                .measure(Workload.standard(DataType.DOUBLE), (workload, round) -> {});
        Machine machine = Machine.here();
        String endless = BenchText.of(rows, plan, machine, 1, DataType.DOUBLE, Screen.FILE);
        for (int width : new int[] {80, 60, 40}) {
            Narrow.check(BenchText.of(rows, plan, machine, 1, DataType.DOUBLE, screen(width)), endless, width);
        }
    }
}
