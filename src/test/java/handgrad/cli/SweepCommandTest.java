package handgrad.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code sweep}, as a user has it. */
@Tag("slow")
class SweepCommandTest {
    private static final List<String> SWEEP =
            List.of("sweep", "xor-cross-entropy", "--seeds", "1..30", "--hidden", "2,3", "--epochs", "2000");

    @TempDir
    private Path folder;

    private List<String> words(String results, String... more) {
        return Stream.of(SWEEP, List.of("--results", folder.resolve(results).toString()), List.of(more))
                .flatMap(List::stream)
                .toList();
    }

    private Said sweep(String results, String... more) {
        return Said.by(words(results, more).toArray(String[]::new));
    }

    private Path file(String results, String name) {
        return folder.resolve(results).resolve("sweep-xor-cross-entropy").resolve(name);
    }

    @Test
    void theVerdictComesFirstAndOneCoreOrTwoChangeNothing() throws IOException {
        Said one = sweep("one", "--cores", "1", "--check", "2");
        assertThat(one.exit()).as(one.err()).isZero();
        assertThat(one.out())
                .containsSubsequence(
                        "60 runs: 2 combinations from 30 starting points each.",
                        " of 60 runs learned (accuracy = 1): ",
                        "2 runs, drawn by the first seed, made again in lockstep with DL4J: all agree",
                        "Best run: loss ",
                        "./handgrad run xor-cross-entropy --hidden ",
                        "All runs: " + file("one", "runs.csv"));
        assertThat(file("one", "report.html")).content().contains("./handgrad sweep xor-cross-entropy --seeds 1..30 ");
        assertThat(sweep("two", "--check", "0").exit()).isZero();
        assertThat(file("two", "runs.csv")).hasSameBinaryContentAs(file("one", "runs.csv"));
        List<String> lines = Files.readAllLines(file("one", "runs.csv"));
        assertThat(lines).hasSize(61);
        assertThat(lines.get(0))
                .isEqualTo("run,hidden,epochs_at_most,seed,loss,accuracy,epochs,outcome,learned,digest");
        assertThat(lines.get(31)).startsWith("31,3,2000,1,");
        assertThat(Files.readAllLines(file("one", "combinations.csv"))).hasSize(3);
    }

    @Test
    void whatIsDoneIsNotMadeAgainButAnew() throws IOException {
        sweep("twice", "--check", "0");
        byte[] runs = Files.readAllBytes(file("twice", "runs.csv"));
        assertThat(sweep("twice", "--check", "0").out()).contains(" 60 done already.");
        assertThat(sweep("twice", "--check", "0", "--fresh").out()).doesNotContain("done already");
        assertThat(file("twice", "runs.csv")).hasBinaryContent(runs);
    }

    @Test
    void whatIsWrongIsOneSentenceAndCodeTwo() {
        complains("--cores 0: expected 1 to ", "--cores", "0");
        complains("--check -1: expected at least 0", "--check", "-1");
        complains("--learned accuracy=1: expected such as", "--learned", "accuracy=1");
        complains("unknown option '--learning-rates': did you mean '--learning-rate'?", "--learning-rates", "1");
        complains(
                "--cores 1: is for this machine, expected no --master beside it", "--cores", "1", "--master", "local");
        Said unknown = Said.by("sweep", "xor-crss-entropy", "--seeds", "1..3");
        assertThat(unknown.exit()).isEqualTo(2);
        assertThat(unknown.err()).contains("did you mean 'xor-cross-entropy'?");
    }

    private void complains(String sentence, String... more) {
        Said said = sweep("wrong", more);
        assertThat(said.exit()).isEqualTo(2);
        assertThat(said.complaints()).hasSize(1);
        assertThat(said.err()).startsWith("handgrad: " + sentence);
        assertThat(folder.resolve("wrong")).doesNotExist();
    }

    @Test
    void aTableOfTheUsersIsSweptToo() throws IOException {
        Path data = folder.resolve("my.csv");
        var lines = new StringBuilder("a,b,kind\n");
        for (int i = 0; i < 40; i++) {
            lines.append(i % 7)
                    .append(',')
                    .append(i % 5)
                    .append(',')
                    .append(i % 7 > 3 ? "x" : "y")
                    .append('\n');
        }
        Files.writeString(data, lines);
        Said said = Said.by(
                "sweep",
                "csv",
                "--data",
                data.toString(),
                "--label",
                "kind",
                "--seeds",
                "1..3",
                "--epochs",
                "200",
                "--hidden",
                "2",
                "--check",
                "1",
                "--results",
                folder.toString());
        assertThat(said.exit()).as(said.err()).isZero();
        assertThat(said.out()).contains("./handgrad run csv --data " + data + " --label kind");
        assertThat(folder.resolve("sweep-csv").resolve("runs.csv")).isNotEmptyFile();
    }
}
