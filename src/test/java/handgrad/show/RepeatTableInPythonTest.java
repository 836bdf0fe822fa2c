package handgrad.show;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import handgrad.input.csv.CsvOptions;
import handgrad.input.csv.Decimal;
import handgrad.input.csv.FileSource;
import handgrad.input.csv.Header;
import handgrad.input.csv.Missing;
import handgrad.input.csv.Wine;
import handgrad.lab.EngineKind;
import handgrad.lab.Experiment;
import handgrad.lab.Experiments;
import handgrad.lab.Tabular;
import handgrad.lab.Workbench;
import handgrad.lab.result.Run;
import handgrad.train.Progress;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The program beside a report on a table reads the same file with Python's csv module, and prints the same figures. */
@Tag("outside")
class RepeatTableInPythonTest {
    @TempDir
    private static Path temporary;

    @BeforeAll
    static void numpyIsThere() throws InterruptedException {
        boolean there;
        try {
            there = new ProcessBuilder("python3", "-c", "import numpy").start().waitFor() == 0;
        } catch (IOException e) {
            there = false;
        }
        assumeTrue(there, "python3 with numpy is not on the path");
    }

    private static void repeats(CsvOptions options, Integer... layers) throws IOException, InterruptedException {
        Experiment experiment = ((Tabular) Experiments.named("csv")).on(options, List.of(layers));
        var settings = experiment.defaults().withEpochs(20);
        Run run = new Workbench(experiment, settings, List.of(EngineKind.HAND)).run(Progress.silent());
        Path program = Files.writeString(
                temporary.resolve("repeat.py"), Reports.of(run).get("repeat.py"));
        Path output = temporary.resolve("printed.txt");
        Process process = new ProcessBuilder("python3", program.toString())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        List<String> lines = Files.readAllLines(output);
        var end = run.training().first();
        assertThat(figure(lines, "epoch 20 loss ")).as("%s", lines).isCloseTo(end.loss(), within(1e-12 * end.loss()));
        assertThat(figure(lines, "training [^ ]+ ")).isCloseTo(end.trainScore(), within(1e-10));
        if (run.split().test().isPresent()) {
            assertThat(figure(lines, "test [^ ]+ ")).isCloseTo(end.testScore().orElseThrow(), within(1e-10));
        }
    }

    private static double figure(List<String> lines, String before) {
        return lines.stream()
                .filter(line -> line.matches(before + ".*"))
                .mapToDouble(line -> Double.parseDouble(line.replaceFirst(before, "")))
                .findFirst()
                .orElse(Double.NaN);
    }

    private static CsvOptions file(String name, String text, Charset charset, CsvOptions.Layout layout, Missing missing)
            throws IOException {
        Path path = Files.write(temporary.resolve(name), text.getBytes(charset));
        return new CsvOptions(
                new FileSource(path), Optional.of("3"), Optional.empty(), layout, missing, 0.2, true, List.of());
    }

    /** Gaps, blank lines, blanks around cells, quotes, one constant column, classes in and beyond the first plane. */
    private static String table() {
        var text = new StringBuilder("\"a \"\"x\"\"\",b,\"y,z\",k\r\n\r\n");
        String[] classes = {"\"p,q\"", "\uD83D\uDE00", "\uFB00"};
        for (int i = 0; i < 30; i++) {
            text.append("%s, %d.25e-1 ,%s,0.1\r\n".formatted(i == 7 ? "" : i % 5, i * i % 11, classes[i % 3]));
        }
        return text + " \r\n";
    }

    @Test
    void theWinesAsTheyAreShipped() throws IOException, InterruptedException {
        repeats(Wine.options());
        repeats(Wine.options().standardised(false), 5, 4, 3);
    }

    @ParameterizedTest
    @EnumSource(names = {"DROP", "MEAN"})
    void aFileWithGapsAndQuotes(Missing missing) throws IOException, InterruptedException {
        repeats(file("a \"b\\ä.csv", table(), StandardCharsets.UTF_8, CsvOptions.Layout.FOUND_OUT, missing));
        repeats(file("16.csv", "\uFEFF" + table(), StandardCharsets.UTF_16LE, CsvOptions.Layout.FOUND_OUT, missing));
    }

    @Test
    void decimalCommasOfAnotherEncodingAndOneOutput() throws IOException, InterruptedException {
        var layout = new CsvOptions.Layout(
                Header.YES, Optional.empty(), Decimal.COMMA, Optional.of(Charset.forName("windows-1252")));
        String classes = "größe;b;c\n1,5;2;ja\n2,5;4;nein\n-1,5;,5;ja\n3,5;7;nein\n0;1;ja\n8,25;2;nein\n";
        repeats(file("comma.csv", classes, Charset.forName("windows-1252"), layout, Missing.REFUSE), 3, 1);
        String values = classes.replace("ja", "1,75").replace("nein", "-2");
        repeats(file("values.csv", values, Charset.forName("windows-1252"), layout, Missing.REFUSE));
    }
}
