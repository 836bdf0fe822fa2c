package handgrad.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The README shows what is printed, and is short. */
class ReadmeTest {
    private static final Path README = Path.of("README.md");

    /** A command, what it prints, and dots where the rest is left out. */
    private static final Pattern SHOWN = Pattern.compile("```\n\\$ \\./handgrad (verify .*)\n((?s:.*?))\\.\\.\\.\n```");

    private static final int MOST_WORDS = 900;
    private static final int LONGEST_SENTENCE = 35;

    /** The picture of a failing gradient stands on the first screen, and comes from the file that it names. */
    @Test
    void showsWhatIsPrinted() throws IOException {
        String text = Files.readString(README);
        List<MatchResult> shown = SHOWN.matcher(text).results().toList();
        assertThat(shown).isNotEmpty().allSatisfy(block -> assertThat(
                        Said.by(block.group(1).split(" ")).out())
                .startsWith(block.group(2)));
        assertThat(text.substring(0, shown.get(0).end()).lines()).hasSizeLessThan(25);
    }

    @Test
    void isShort() throws IOException {
        String text = Files.readString(README);
        assertThat(text.strip().split("\\s+")).hasSizeLessThanOrEqualTo(MOST_WORDS);
        String prose = text.replaceAll("(?s)```.*?```", ". ")
                .replaceAll("(?m)^\\|.*$", ". ")
                .replaceAll("\\]\\([^)]*\\)", "]");
        assertThat(Arrays.stream(prose.split("[.:;?!]\\s|\n\n")).map(String::strip))
                .allSatisfy(sentence -> assertThat(sentence.split("\\s+")).hasSizeLessThanOrEqualTo(LONGEST_SENTENCE));
    }
}
