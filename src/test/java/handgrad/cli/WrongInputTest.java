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
        "--epochs, many",
        "--epochs, 1.5",
        "--epochs, 99999999999",
        "--seed, one",
        "--learning-rate, fast",
        "--hidden, '3,wide'",
        "--batch-size, all",
        "--split-seed, x",
        "--epochs, ''"
    })
    void whatIsNoNumberIsNamed(String option, String value) {
        assertThat(refused("run", "digits-cross-entropy", option + "=" + value).err())
                .contains(option);
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
