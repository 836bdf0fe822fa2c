package handgrad.show.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Breaking text: between words only, so that a number is never two. */
class LinesTest {
    @Test
    void aLineIsFilledBeforeTheNextBegins() {
        assertThat(Lines.broken("one two three four", 9)).containsExactly("one two", "three", "four");
        assertThat(Lines.broken("", 9)).containsExactly("");
    }

    @Test
    void aNumberKeepsItsUnit() {
        assertThat(Lines.broken("it took 12 s in all", 10)).containsExactly("it took", "12 s in", "all");
        assertThat(Lines.broken("of 2 samples", 5)).containsExactly("of 2", "samples");
    }

    @Test
    void aWordThatIsTooWideHasALineOfItsOwn() {
        assertThat(Lines.broken("see results/xor/report.md there", 10))
                .containsExactly("see", "results/xor/report.md", "there");
    }

    @Test
    void aFormulaIsBrokenBeforeAPlusThenBeforeAFactor() {
        assertThat(Lines.ofFormula("x[0] * w1 + x[1] * w2 + b", 15)).containsExactly("x[0] * w1", "+ x[1] * w2 + b");
        assertThat(Lines.ofFormula("0.138499 * 0.593270 * 0.406730", 12))
                .containsExactly("0.138499", "* 0.593270", "* 0.406730");
    }

    /** A shell takes the lines as one command; what is quoted stays together, since a blank in it counts. */
    @Test
    void aCommandIsBrokenAsAShellReadsIt() {
        assertThat(Lines.ofCommand("./handgrad list", 40)).containsExactly("./handgrad list");
        assertThat(Lines.ofCommand("./handgrad run xor --program 'python3 my own.py' --seed 2", 28))
                .containsExactly("./handgrad run xor \\", "  --program \\", "  'python3 my own.py' \\", "  --seed 2");
    }

    /** {@code 'it'\''s a b'} is one word of a shell. */
    @Test
    void aQuotedApostropheBreaksNoWord() {
        assertThat(Lines.ofCommand("./handgrad trace 'it'\\''s a b.json' --layer 1", 24))
                .containsExactly("./handgrad trace \\", "  'it'\\''s a b.json' \\", "  --layer 1");
    }

    @Test
    void coloursTakeNoRoom() {
        String red = new Screen(9, true, true).in(Screen.Tone.BAD, "two");
        assertThat(Lines.seen(red)).isEqualTo(3);
        assertThat(Lines.broken("one " + red + " three", 9)).containsExactly("one " + red, "three");
    }

    /** As terminals have it (Unicode's East Asian Width): 学习 is four columns wide, an accent that is added to a letter none. */
    @Test
    void wideLettersTakeTwoColumns() {
        assertThat(Lines.seen("学习率")).isEqualTo(6);
        assertThat(Lines.seen("かな 한글")).isEqualTo(9);
        assertThat(Lines.seen("δ → e\u0301 µs")).isEqualTo(8);
        assertThat(Lines.broken("学习 学习 学习", 9)).containsExactly("学习 学习", "学习");
    }

    /** The words of any text are there again, in their order, and a line that is too wide is one word. */
    @Test
    void nothingIsLostAndNothingIsTooWide() {
        var random = new Random(5);
        for (int round = 0; round < 500; round++) {
            String text = random.ints(random.nextInt(1, 30), 1, 25)
                    .mapToObj(length -> "x".repeat(length))
                    .collect(Collectors.joining(" "));
            int width = random.nextInt(1, 50);
            List<String> lines = Lines.broken(text, width);
            assertThat(String.join(" ", lines)).isEqualTo(text);
            assertThat(lines).allMatch(line -> line.length() <= width || !line.contains(" "));
        }
    }
}
