package handgrad.show.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Tables for the terminal and for a page. */
class TextTableTest {
    /** Names of classes and columns come from files. */
    @Test
    void namesAreNeverMarkup() {
        var table = new TextTable(List.of("<b>", "b"), List.of(List.of("</script><script>", "a & b\n| c")));
        assertThat(table.markdown())
                .contains("&lt;b>", "&lt;/script>&lt;script>", "a &amp; b \\| c")
                .doesNotContain("<");
        assertThat(table.markdown().lines()).hasSize(3);
    }

    private static final TextTable TABLE =
            new TextTable(List.of("what", "hand"), List.of(List.of("loss", "0.5"), List.of("accuracy", "1.0000")));

    /** One line a row, as many bars in each, a line of dashes below the heading: what Markdown takes for a table. */
    @Test
    void markdownIsATable() {
        List<String> lines = TABLE.markdown().lines().toList();
        assertThat(lines).hasSize(4);
        assertThat(lines.get(1)).matches("\\|-+\\|-+\\|");
        assertThat(lines).allSatisfy(line -> assertThat(cells(line)).hasSize(2));
        assertThat(cells(lines.get(0))).containsExactly("what", "hand");
        assertThat(cells(lines.get(2))).containsExactly("loss", "0.5");
        assertThat(cells(lines.get(3))).containsExactly("accuracy", "1.0000");
    }

    /** The cells of a line of Markdown: between bars that no backslash stands before. */
    private static List<String> cells(String line) {
        assertThat(line).startsWith("|").endsWith("|");
        String inner = line.substring(1, line.length() - 1);
        return List.of(inner.split("(?<!\\\\)\\|", -1)).stream()
                .map(String::strip)
                .toList();
    }

    @Test
    void barsInCellsAndHeadingsAreEscaped() {
        var table = new TextTable(List.of("a|b", "n"), List.of(List.of("x|y|z", "1")));
        List<String> lines = table.markdown().lines().toList();
        assertThat(cells(lines.get(0))).containsExactly("a\\|b", "n");
        assertThat(cells(lines.get(2))).containsExactly("x\\|y\\|z", "1");
    }

    /** A long cell, such as the options of a JVM, must not break into two rows, which would be two rows of the table. */
    @Test
    void aLongCellStaysOnOneLine() {
        String options = "-Doption=value ".repeat(40).strip();
        var table = new TextTable(List.of("what", "which"), List.of(List.of("JVM options", options)));
        assertThat(table.markdown().lines()).hasSize(3);
        assertThat(table.markdown()).contains(options);
    }

    @Test
    void aTableWithoutRowsIsAHeading() {
        List<String> lines = new TextTable(List.of("what", "hand"), List.of())
                .markdown()
                .lines()
                .toList();
        assertThat(cells(lines.get(0))).containsExactly("what", "hand");
        assertThat(lines.get(1)).matches("\\|-+\\|-+\\|");
    }

    /** Names to the left, figures to the right, so that decimals stand below each other. */
    @Test
    void plainColumnsAreAligned() {
        List<String> lines = TABLE.plain(Screen.FILE, Screen.ENDLESS).lines().toList();
        String loss =
                lines.stream().filter(line -> line.contains("loss")).findFirst().orElseThrow();
        String accuracy = lines.stream()
                .filter(line -> line.contains("accuracy"))
                .findFirst()
                .orElseThrow();
        assertThat(loss.indexOf("loss")).isEqualTo(accuracy.indexOf("accuracy"));
        assertThat(loss.stripTrailing()).endsWith("0.5").hasSameSizeAs(accuracy.stripTrailing());
    }

    /** The bars stand below each other on a terminal, where 品种 is as wide as four Latin letters. */
    @Test
    void wideLettersKeepTheColumns() {
        var table = new TextTable(List.of("品种", "n"), List.of(List.of("红酒", "7"), List.of("rose", "12")));
        assertThat(table.plain(Screen.FILE, Screen.ENDLESS)).isEqualTo("""
                 品种 |  n\s
                ------+----
                 红酒 |  7\s
                 rose | 12\s
                """);
        assertThat(table.plain(Screen.FILE, 12).lines().map(String::strip)).startsWith("品种 |  n");
        assertThat(table.plain(Screen.FILE, 11).lines().map(String::strip)).startsWith("红酒");
    }

    private static final TextTable WIDE = new TextTable(
                    List.of("gradient of", "verdict", "max error", "ULPs"),
                    List.of(List.of("W1", "pass", "1.0e-17", "17792"), List.of("b1", "FAIL", "1.8e-02", "-")))
            .sparing("ULPs", "max error");

    private static List<String> lines(int width) {
        return WIDE.plain(Screen.FILE, width).lines().map(String::strip).toList();
    }

    /** Four columns of 11, 7, 9 and 5 characters, with 3 for each: 44. Without the last 36, without the third 24. */
    @Test
    void aNarrowScreenDoesWithoutTheSpareColumns() {
        assertThat(lines(44).get(0)).isEqualTo("gradient of | verdict | max error |  ULPs");
        assertThat(lines(43).get(0)).isEqualTo("gradient of | verdict | max error");
        assertThat(lines(35).get(0)).isEqualTo("gradient of | verdict");
    }

    @Test
    void anEvenNarrowerOneHasAFigureALine() {
        assertThat(lines(23)).containsExactly("W1", "verdict  pass", "b1", "verdict  FAIL");
        var whole = new TextTable(WIDE.header(), WIDE.rows());
        assertThat(whole.plain(Screen.FILE, 30).lines())
                .startsWith("W1", "  verdict    pass", "  max error  1.0e-17", "  ULPs       17792", "b1");
    }

    @Test
    void verdictsHaveColoursWhereTheyAreSeen() {
        assertThat(WIDE.plain(new Screen(80, true, true), 80)).contains("\u001B[32m", "\u001B[1;31m");
        assertThat(WIDE.plain(new Screen(80, true, false), 80)).doesNotContain("\u001B");
    }
}
