package handgrad.show.file;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Folders named after what a file says. */
class FolderNamesTest {
    @ParameterizedTest
    @CsvSource({
        "deep-mixed, deep-mixed",
        "../../etc/passwd, -..-etc-passwd",
        "src/cases/one.json, src-cases-one.json",
        "'two words, (3)', two-words-3-",
        "मेरा नाम, मेरा-नाम",
        "名前, 名前",
        "..., unnamed",
        "'', unnamed",
        "a., a"
    })
    void aNameStaysInsideItsFolder(String name, String folder) {
        assertThat(new FolderNames().of(name)).isEqualTo(folder);
    }

    @Test
    void noTwoAreTheSame() {
        var names = new FolderNames();
        assertThat(names.of("a/b")).isEqualTo("a-b");
        assertThat(names.of("a b")).isEqualTo("a-b-2");
        assertThat(names.of("A-B")).isEqualTo("A-B-3");
        assertThat(names.of("a-b-2")).isEqualTo("a-b-2-2");
    }

    @Test
    void aLongNameIsCut() {
        var names = new FolderNames();
        assertThat(names.of("x".repeat(400))).isEqualTo("x".repeat(80));
        assertThat(names.of("x".repeat(500))).isEqualTo("x".repeat(80) + "-2");
        assertThat(names.of("𝒳".repeat(400))).hasSize(80);
    }
}
