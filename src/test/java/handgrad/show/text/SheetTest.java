package handgrad.show.text;

import static org.assertj.core.api.Assertions.assertThat;

import handgrad.show.text.Sheet.Entry;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Sentences, marks and terms with descriptions on screens of several widths. */
class SheetTest {
    private static Sheet sheet(int width) {
        return new Sheet(new Screen(width, false, false));
    }

    @Test
    void laterLinesBeginBelowTheFirst() {
        assertThat(sheet(16).say(2, "# ", "the rule of a layer")).hasToString("  # the rule of\n    a layer\n");
    }

    @Test
    void withoutAWidthASentenceIsALine() {
        String sentence = "word ".repeat(200).strip();
        assertThat(new Sheet(Screen.FILE).say(sentence)).hasToString(sentence + "\n");
    }

    private static final List<Entry> ENTRIES =
            List.of(new Entry("run", "trains a network beside another one"), new Entry("verify", "judges a gradient"));

    @Test
    void descriptionsStandBesideTheirTermsWhereThereIsRoom() {
        assertThat(sheet(46).entries(2, ENTRIES)).hasToString("""
                  run     trains a network beside another one
                  verify  judges a gradient
                """);
    }

    @Test
    void elseBelowThem() {
        assertThat(sheet(30).entries(2, ENTRIES)).hasToString("""
                  run
                      trains a network beside
                      another one
                  verify
                      judges a gradient
                """);
    }
}
