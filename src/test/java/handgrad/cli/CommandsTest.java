package handgrad.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The commands, as a user types them. */
class CommandsTest {
    private static final String[] FILES = {
        ".handgrad-files",
        "accuracy.csv",
        "confusion.csv",
        "curves.csv",
        "gradients.csv",
        "loss-dark.png",
        "loss.png",
        "page.json",
        "repeat.py",
        "report.html",
        "report.md",
        "run.json",
        "trace.html"
    };

    @TempDir
    private Path results;

    private Said run(String... arguments) {
        return Said.by(Stream.concat(
                        Stream.of("run"),
                        Stream.concat(Stream.of(arguments), Stream.of("--results", results.toString())))
                .toArray(String[]::new));
    }

    private static JsonNode json(Said said) throws IOException {
        return new JsonMapper().readTree(Files.readString(said.report().resolveSibling("run.json")));
    }

    private List<String> folders() throws IOException {
        try (Stream<Path> folders = Files.list(results)) {
            return folders.filter(Files::isDirectory)
                    .map(folder -> folder.getFileName().toString())
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--help",
                "list --help",
                "run --help",
                "verify --help",
                "bench --help",
                "run -h",
                "help",
                "help run"
            })
    void everyCommandExplainsItself(String line) {
        Said said = Said.by(line.split(" ", -1));
        assertThat(said.exit()).isZero();
        assertThat(said.err()).isEmpty();
        assertThat(said.out()).contains("Usage: handgrad").contains("--help");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--version", "list --version", "run --version", "verify --version", "run -V"})
    void everyCommandSaysItsVersion(String line) {
        Said said = Said.by(line.split(" ", -1));
        assertThat(said.exit()).isZero();
        assertThat(said.out())
                .matches("handgrad 0\\.1\\.0 \\(.+\\), with DL4J 1\\.0\\.0-M2\\.1 and Tablesaw 0\\.44\\.4\\R");
    }

    @Test
    void withoutACommandTheHelpIsShown() {
        Said said = Said.by();
        assertThat(said.exit()).isZero();
        assertThat(said.out()).contains("Usage: handgrad").contains("Begin with: handgrad run");
    }

    @Test
    void everyOptionOfRunIsInItsHelp() {
        assertThat(Said.by("run", "--help").out())
                .contains("--seed", "--hidden", "--split-seed", "--engines", "--float")
                .contains("--epochs", "--learning-rate", "--updater", "--l2", "--batch-size", "--mode", "--results");
    }

    @Test
    void runTrainsAndWritesItsFiles() throws IOException {
        Said said = run("xor-cross-entropy", "--epochs", "20");
        assertThat(said.exit()).as(said.err()).isZero();
        Path folder = results.resolve("xor-cross-entropy--epochs-20");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString())).containsExactlyInAnyOrder(FILES);
        }
        assertThat(said.out()).contains("The engines agree").contains("Report: " + folder.resolve("report.md"));
    }

    @Test
    void everyOptionArrivesInTheRecord() throws IOException {
        Said said = run(
                "xor-squared-error",
                "--epochs=4",
                "--seed=9",
                "--hidden=5,4",
                "--learning-rate=0.25",
                "--updater=adam",
                "--l2=0.001",
                "--batch-size=3",
                "--order=drawn",
                "--stop-loss=1e-9",
                "--stop-step=1e-12",
                "--mode=re-synced",
                "--engines=dl4j",
                "--float");
        assertThat(said.exit()).as(said.err()).isZero();
        JsonNode json = json(said);
        assertThat(json.get("seed").asInt()).isEqualTo(9);
        assertThat(json.get("epochs").asInt()).isEqualTo(4);
        assertThat(json.get("engines").propertyNames()).containsExactly("dl4j");
        assertThat(json.get("options")).isEqualTo(new JsonMapper().readTree("""
            {"updater": "adam", "learningRate": 0.25, "l2": 0.001, "hidden": [5, 4], "batchSize": 3,
             "order": "drawn", "splitSeed": null, "dataType": "float", "mode": "re-synced", "stopLoss": 1e-9,
             "stopStep": 1e-12}\
            """));
        assertThat(json.at("/ended/step").asInt()).as("4 epochs of 2 batches").isEqualTo(8);
    }

    @Test
    void runTakesSeveralExperiments() throws IOException {
        Said said = run("xor-cross-entropy", "xor-squared-error", "xor-cross-entropy", "--epochs", "2");
        assertThat(said.exit()).isZero();
        assertThat(folders()).as("one named twice runs once").hasSize(2);
        assertThat(results.resolve("index.html")).isNotEmptyFile();
        try (Stream<Path> index = Files.list(results)) {
            assertThat(index.filter(Files::isRegularFile)).hasSize(1);
        }
    }

    /** What is as in the experiment itself has no place in a name: seed 1 and rate 0.1 are its own. */
    @Test
    void aRunReplacesTheOneWithItsSettingsAndNoOther() throws IOException {
        run("xor-cross-entropy", "--epochs=2");
        Path kept = results.resolve("xor-cross-entropy--epochs-2/run.json");
        Files.writeString(kept.resolveSibling("notes.txt"), "mine");
        FileTime written = Files.getLastModifiedTime(kept);
        run("xor-cross-entropy", "--epochs=2", "--seed=4", "--hidden=5,4", "--learning-rate=0.0001", "--float");
        assertThat(Files.getLastModifiedTime(kept)).isEqualTo(written);
        Said again = run("xor-cross-entropy", "--epochs=2", "--seed=1", "--learning-rate=0.1");
        assertThat(again.report()).isEqualTo(kept.resolveSibling("report.md"));
        assertThat(Files.getLastModifiedTime(kept)).isGreaterThan(written);
        assertThat(kept.resolveSibling("notes.txt")).hasContent("mine");
        assertThat(folders())
                .containsExactly(
                        "xor-cross-entropy--epochs-2",
                        "xor-cross-entropy--seed-4--epochs-2--learning-rate-1.0e-4--hidden-5_4--float");
        assertThat(results.resolve("index.html"))
                .content()
                .contains("--epochs 2\"", "--seed 4 --epochs 2 --learning-rate 1.0e-4 --hidden 5,4 --float\"");
    }

    /** A step of 1e308 throws the parameters so far that the loss is not finite: exit 1, and the reports say so. */
    @Test
    void aRunThatDivergesFails() throws IOException {
        Said said = run("xor-cross-entropy", "--learning-rate", "1e308");
        assertThat(said.exit()).isEqualTo(1);
        assertThat(said.out()).contains("The run was lost: the loss of hand is not finite after 2 steps");
        assertThat(json(said).at("/agreement/verdict").asString()).isEqualTo("not-finite");
    }

    @Test
    void verifyChecksWithoutTraining() {
        Said said = Said.by("verify", "xor-cross-entropy", "xor-squared-error");
        assertThat(said.exit()).isZero();
        assertThat(said.out())
                .contains("2 of 2 are right.")
                .contains("xor-cross-entropy: pass (2-3-1, binary-cross-entropy sum, 4 samples, double precision)")
                .contains("xor-squared-error: pass (2-10-1, half-squared-error mean, 4 samples, double precision)");
    }

    @Test
    void verifyWorksInSinglePrecisionAndWithOneEngine() {
        Said said = Said.by("verify", "xor-squared-error", "--float", "--engines", "hand", "--seed", "3");
        assertThat(said.exit()).as(said.out()).isZero();
        assertThat(said.out()).doesNotContain("dl4j");
    }
}
