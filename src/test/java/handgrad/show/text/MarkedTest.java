package handgrad.show.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What differs in two formulas. */
class MarkedTest {
    private static final String DOWN = "dL/da1 = delta2 W2^T";

    /** {@code W2} is in {@code W2^T}, and yet it is the word that differs. */
    @Test
    void wholeWordsAreMarked() {
        assertThat(Marked.of("dL/da1 = delta2 W2", DOWN)).isEqualTo(new Marked("dL/da1 = delta2 ", "W2", ""));
        assertThat(Marked.of(DOWN, "dL/da1 = delta2 W2")).isEqualTo(new Marked("dL/da1 = delta2 ", "W2^T", ""));
    }

    @Test
    void whereAFactorIsMissingOnlyTheOtherHasAMark() {
        String without = "delta1 = dL/da1";
        String with = "delta1 = dL/da1 * a1 * (1 - a1)";
        assertThat(Marked.of(without, with)).isEqualTo(new Marked(without, "", ""));
        assertThat(Marked.of(with, without)).isEqualTo(new Marked("delta1 = dL/da1 ", "* a1 * (1 - a1)", ""));
    }

    @Test
    void whatStandsInParenthesesIsAWord() {
        assertThat(Marked.of("(delta2 W2) * f'(z1)", "(delta2 W2^T) * f'(z1)"))
                .isEqualTo(new Marked("(delta2 ", "W2", ") * f'(z1)"));
    }

    @Test
    void nothingInCommonIsTheWhole() {
        assertThat(Marked.of("0", "x delta").isWhole()).isTrue();
        assertThat(Marked.of(DOWN, DOWN)).isEqualTo(new Marked(DOWN, "", ""));
    }

    /** Of any two: the parts are the formula, and the words before and after are those of the other. */
    @Test
    void thePartsAreTheFormula() {
        var random = new Random(7);
        for (int i = 0; i < 500; i++) {
            String one = words(random);
            String other = words(random);
            Marked marked = Marked.of(one, other);
            assertThat(marked.before() + marked.marked() + marked.after()).isEqualTo(one);
            assertThat(other)
                    .startsWith(marked.before().strip())
                    .endsWith(marked.after().strip());
        }
    }

    private static String words(Random random) {
        List<String> words = List.of("W2", "W2^T", "delta2", "delta", "*", "(a1", "1)", "a1");
        return IntStream.rangeClosed(0, random.nextInt(4))
                .mapToObj(i -> words.get(random.nextInt(words.size())))
                .collect(Collectors.joining(" "));
    }
}
