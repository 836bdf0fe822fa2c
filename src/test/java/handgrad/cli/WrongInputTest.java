package handgrad.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Wrong input: exit code 2, one line that names the thing and what was expected, nothing trained, nothing written. */
class WrongInputTest {
    @TempDir
    private Path temporary;

    private Said refused(String... arguments) {
        Path results = temporary.resolve("results");
        String[] all = Stream.concat(Stream.of(arguments), Stream.of("--results", results.toString()))
                .toArray(String[]::new);
        Said said = arguments[0].equals("run") ? Said.by(all) : Said.by(arguments);
        assertThat(said.exit()).as(said.err()).isEqualTo(2);
        assertThat(said.out()).isEmpty();
        assertThat(said.complaints()).hasSize(1);
        assertThat(said.err()).startsWith("handgrad: ").doesNotContain("Exception");
        assertThat(results).doesNotExist();
        return said;
    }

    @ParameterizedTest
    @CsvSource({"xor-cros-entropy, xor-cross-entropy", "digits-square-error, digits-squared-error", "XOR, xor-"})
    void anUnknownExperimentIsAnsweredWithTheNearest(String given, String nearest) {
        for (String command : List.of("run", "verify")) {
            assertThat(refused(command, given).err())
                    .contains("unknown experiment '%s': did you mean '%s".formatted(given, nearest));
        }
    }

    @Test
    void aFileInThePlaceOfAnExperimentIsSentWhereItBelongs() {
        for (String command : List.of("run", "trace")) {
            assertThat(refused(command, "Mine.java").err())
                    .contains("`./handgrad %s xor-squared-error --gradient Mine.java`".formatted(command));
        }
        assertThat(refused("run", "mine.json").err()).contains("`./handgrad verify mine.json`");
    }

    /** Even where the ones before it exist: nothing is trained until all names are known. */
    @Test
    void oneUnknownExperimentStopsAll() {
        assertThat(refused("run", "xor-cross-entropy", "xor-squared-erorr").err())
                .contains("'xor-squared-error'");
    }

    @ParameterizedTest
    @CsvSource({"runn, run", "lst, list", "verfy, verify"})
    void anUnknownCommandIsAnsweredWithTheNearest(String given, String nearest) {
        assertThat(refused(given).err()).contains("unknown command '%s': did you mean '%s'?".formatted(given, nearest));
    }

    @Test
    void anUnknownOptionIsAnsweredWithTheNearest() {
        assertThat(refused("run", "xor-cross-entropy", "--epoch", "5").err())
                .contains("--epoch")
                .contains("did you mean '--epochs'?");
    }

    @Test
    void anUnknownUpdaterIsAnsweredWithTheNearest() {
        assertThat(refused("run", "xor-cross-entropy", "--updater", "adams").err())
                .contains(
                        "unknown updater 'adams': did you mean 'adam'? (valid: adagrad, adam, adamw, momentum, nesterov, rmsprop, sgd)");
    }

    @ParameterizedTest
    @CsvSource({
        "--epochs, 0, at least 1",
        "--epochs, -5, at least 1",
        "--seed, -1, 0 to 4294967295",
        "--seed, 4294967296, 0 to 4294967295",
        "--learning-rate, 0, a finite number above 0",
        "--learning-rate, -0.5, a finite number above 0",
        "--learning-rate, NaN, a finite number above 0",
        "--learning-rate, Infinity, a finite number above 0",
        "--l2, -0.5, a finite number of at least 0",
        "--l2, Infinity, a finite number of at least 0",
        "--hidden, 0, widths from 1 to 100000",
        "--hidden, 100001, widths from 1 to 100000",
        "--batch-size, 0, at least 1",
        "--batch-size, 5, '1 to 4, the training samples of xor-cross-entropy'"
    })
    void aValueOutOfItsRangeIsNamedWithTheRange(String option, String value, String range) {
        assertThat(refused("run", "xor-cross-entropy", option + "=" + value).err())
                .contains(option)
                .contains("expected " + range);
    }

    @ParameterizedTest
    @CsvSource({
        "--epochs, many, many: expected a whole number",
        "--epochs, 1.5, 1.5: expected a whole number",
        "--epochs, 99999999999, 99999999999: expected a smaller whole number",
        "--seed, one, one: expected a whole number",
        "--seed, -99999999999999999999, expected a larger whole number",
        "--learning-rate, fast, fast: expected a number",
        "--learning-rate, 0, 0: expected a finite number above 0",
        "--l2, -1, -1: expected a finite number of at least 0",
        "--l2, some, some: expected a number",
        "--hidden, '3,wide', wide: expected a whole number",
        "--batch-size, all, all: expected a whole number",
        "--split-seed, x, x: expected a whole number",
        "--epochs, '', expected a whole number",
        "--results, '', expected the name of a folder"
    })
    void whatIsNoNumberIsNamed(String option, String value, String complaint) {
        Said said = Said.by("run", "digits-cross-entropy", option + "=" + value);
        assertThat(said.exit()).isEqualTo(2);
        assertThat(said.complaints()).hasSize(1);
        assertThat(said.err()).startsWith("handgrad: " + option).contains(complaint);
    }

    @ParameterizedTest
    @CsvSource({
        "--seed 3 one.json, --seed 3: is for experiments",
        "--hidden 9 One.java, --hidden 9: is for experiments",
        "--split-seed 1 one.json, --split-seed 1: is for experiments",
        "--time-limit 5 one.json, --time-limit: is for a Java class",
        "--time-limit 5, --time-limit: is for a Java class",
        "--time-limit 0 One.java, --time-limit 0: expected at least 1",
        "--results there xor-cross-entropy, --results there: is for --report",
        "--report --results= xor-cross-entropy, --results: expected the name of a folder",
        "--separate= xor-cross-entropy, --separate: expected the name of a file",
        "--separate / xor-cross-entropy, --separate /: is a folder",
        "--separate src xor-cross-entropy, --separate src: is a folder",
        "--separate pom.xml xor-cross-entropy, --separate pom.xml: exists already",
        "--separate pom.xml/a.json xor-cross-entropy, pom.xml is a file"
    })
    void whatWouldBeWithoutEffectOrCannotBeWrittenIsRefusedBeforeAnyWork(String options, String complaint) {
        assertThat(refused(("verify " + options).split(" ", -1)).err()).contains(complaint);
    }

    @ParameterizedTest
    @CsvSource({
        "nofile.txt, there is no such file or folder",
        "no/file, there is no such file or folder",
        "pom.xml, this is a file of another kind"
    })
    void whatIsNeitherAnExperimentNorAFileIsToldApart(String name, String found) {
        assertThat(refused("verify", name).err())
                .contains(name + ": expected the name of an experiment, or a .json or .java file; " + found);
    }

    @Test
    void anUnknownNameFarFromAllIsAnsweredWithAll() {
        assertThat(refused("verify", "zzz").err())
                .contains("unknown experiment 'zzz' (valid: ")
                .contains("xor-squared-error, ")
                .doesNotContain("did you mean");
    }

    @Test
    void aWordTooManyIsNamed() {
        assertThat(refused("list", "extra").err()).contains("list 'extra': expected nothing more here");
    }

    @Test
    void aNameFromOutsideCannotMoveTheCursor() {
        assertThat(refused("verify", "a\u001b[2J\u202e.json").err()).doesNotContain("\u001b", "\u202e");
    }

    @Test
    void anOptionWithoutItsValueIsNamed() {
        assertThat(refused("verify", "xor-cross-entropy", "--seed").err()).contains("--seed");
    }

    @Test
    void unknownEnginesAndModesAreAnsweredWithTheNearest() {
        assertThat(refused("run", "xor-cross-entropy", "--engines", "hand,dl4").err())
                .contains("unknown engine 'dl4': did you mean 'dl4j'? (valid: hand, dl4j, scalar)");
        assertThat(refused("run", "xor-cross-entropy", "--mode", "resynced").err())
                .contains("unknown mode 'resynced': did you mean 're-synced'?");
    }

    @Test
    void aSplitSeedNeedsSomethingToSplit() {
        for (String command : List.of("run", "verify")) {
            assertThat(refused(command, "xor-cross-entropy", "--split-seed", "1")
                            .err())
                    .contains("--split-seed 1: xor-cross-entropy has no test set to split off");
        }
    }

    @Test
    void whatIsTooLargeForTheDigitsIsSaid() {
        assertThat(refused("run", "digits-cross-entropy", "--batch-size", "1438")
                        .err())
                .contains("--batch-size 1438: expected 1 to 1437, the training samples of digits-cross-entropy");
    }

    @Test
    void resultsMayNotBeAFile() throws IOException {
        Path file = Files.writeString(temporary.resolve("taken"), "mine");
        Said said = Said.by("run", "xor-cross-entropy", "--epochs", "5", "--results", file.toString());
        assertThat(said.exit()).isEqualTo(2);
        assertThat(said.complaints())
                .containsExactly("handgrad: --results %s: expected a folder that can be written to, but %s is a file"
                        .formatted(file, file));
        assertThat(file).hasContent("mine");
    }
}
