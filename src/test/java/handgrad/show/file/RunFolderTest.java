package handgrad.show.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where a run is put: one folder for each thing that can be asked of an experiment. */
class RunFolderTest {
    private static String name(String words) {
        return RunFolder.name("xor", words.isEmpty() ? List.of() : List.of(words.split(" ", -1)));
    }

    @ParameterizedTest
    @CsvSource({
        "'', xor",
        "--seed 4, xor--seed-4",
        "--seed 4 --learning-rate 0.3, xor--seed-4--learning-rate-0.3",
        "--learning-rate 1.0e-4 --float, xor--learning-rate-1.0e-4--float",
        "'--hidden 5,4 --engines hand,dl4j', xor--hidden-5_4--engines-hand_dl4j",
        "--mode re-synced, xor--mode-re-synced"
    })
    void saysWhatWasAskedOfTheRun(String words, String name) {
        assertThat(name(words)).isEqualTo(name);
    }

    /** What a name cannot keep, or what a system may take for something else, is told apart by a digest. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "--updater adamw(0.1); xor--updater-adamw-0.1--[0-9a-f]{8}",
                "--data mine/wine.csv --label class; xor--data-wine.csv--label-class--[0-9a-f]{8}",
                "--data C:\\mine\\wine.csv; xor--data-wine.csv--[0-9a-f]{8}",
                "--gradient Mine.java; xor--gradient-Mine.java--[0-9a-f]{8}",
                "--label=-x; xor---label--x--[0-9a-f]{8}",
                "--label Größe; xor--label-Gr-e--[0-9a-f]{8}"
            })
    void whatANameCannotKeepEndsInADigest(String words, String name) {
        assertThat(name(words)).matches(name);
    }

    @Test
    void aLongNameIsCutAndToldApart() {
        String many = "--hidden " + "1000,".repeat(40);
        assertThat(name(many + 7)).hasSize(80).startsWith("xor--hidden-1000_1000_");
        assertThat(name(many + 7)).isEqualTo(name(many + 7)).isNotEqualTo(name(many + 8));
    }

    /** A folder by that name can be made on any system, and means the same settings where A is a. */
    @Test
    void otherWordsGiveAnotherName() {
        var random = new Random(1);
        String letters = "aA1,.-_/ é():*?\"<>|\\";
        Map<String, List<String>> seen = new HashMap<>();
        for (int i = 0; i < 20_000; i++) {
            List<String> words = IntStream.range(0, random.nextInt(3))
                    .boxed()
                    .flatMap(n -> List.of("--label", word(random, letters)).stream())
                    .toList();
            String name = RunFolder.name("xor", words);
            assertThat(name).matches("[A-Za-z0-9._-]{1,80}").doesNotEndWith(".");
            assertThat(seen.putIfAbsent(name.toLowerCase(Locale.ROOT), words))
                    .as("%s of %s", name, words)
                    .isIn(null, words);
        }
    }

    private static String word(Random random, String letters) {
        return random.ints(1 + random.nextInt(4), 0, letters.length())
                .mapToObj(at -> letters.substring(at, at + 1))
                .reduce("", String::concat);
    }
}
