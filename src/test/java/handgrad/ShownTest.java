package handgrad;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Text from outside loses its power over the page, and nothing else. */
class ShownTest {
    @Test
    void plainTextOfAnyScriptStaysAsItIs() {
        String text = "δ¹ → ∂L/∂z, 名前, नाम, می\u200Cخواهم, 🙂";
        assertThat(Shown.text(text)).isEqualTo(text);
        assertThat(Shown.lines("one\ntwo\r\nthree")).isEqualTo("one\ntwo\nthree");
    }

    @Test
    void whatMovesTheCursorOrTurnsTheWritingIsReplaced() {
        assertThat(Shown.text("a\u001b[2Jb\u0007\u202Ec\u2066d\u0000"))
                .isEqualTo("a\uFFFD[2Jb\uFFFD\uFFFDc\uFFFDd\uFFFD");
        assertThat(Shown.text("one\r\ntwo\u2028three\tfour\u0085five")).isEqualTo("one two three four five");
        assertThat(Shown.lines("one\rtwo\u001b\n")).isEqualTo("one\uFFFDtwo\uFFFD\n");
    }

    @Test
    void whatIsLongIsCut() {
        assertThat(Shown.text("a".repeat(100))).isEqualTo("a".repeat(100));
        assertThat(Shown.text("a".repeat(3000))).isEqualTo("a".repeat(100) + "...");
        assertThat(Shown.text("a".repeat(99) + "🙂b")).isEqualTo("a".repeat(99) + "...");
        assertThat(Shown.sentence("a".repeat(500))).hasSize(500);
    }
}
