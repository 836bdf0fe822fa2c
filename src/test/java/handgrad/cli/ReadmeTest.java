package handgrad.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** The README begins with what is printed, and is short. */
class ReadmeTest {
    private static final Path README = Path.of("README.md");

    private static final int MOST_WORDS = 900;
    private static final int LONGEST_SENTENCE = 35;

    /** A failing gradient and what is said of it stand on the first screen. */
    @Test
    void beginsWithWhatIsPrinted() throws IOException {
        Shown first = Shown.on(README).get(0);
        assertThat(first.command()).startsWith("./handgrad verify ");
        assertThat(first.output()).anyMatch(line -> line.contains("right is:"));
        assertThat(first.line() + first.output().size()).isLessThan(25);
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
