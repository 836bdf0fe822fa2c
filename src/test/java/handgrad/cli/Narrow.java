package handgrad.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What holds of every text on a narrow screen. */
final class Narrow {
    private Narrow() {}

    /** No line is wider, unless it is a single word such as a path, or one in quotes; every word is one of the same text on an endless screen. */
    static void check(String text, String endless, int width) {
        assertThat(text.lines())
                .allMatch(line -> line.length() <= width || line.strip().matches("(\\S+|'[^']*'|\"[^\"]*\")( \\\\)?"));
        assertThat(words(endless)).containsAll(words(text));
        assertThat(text).doesNotContain("\u001B");
    }

    /** Without the lines of tables, the marks below formulas, and the backslashes of commands that go on. */
    private static Set<String> words(String text) {
        return text.lines()
                .flatMap(line -> Stream.of(line.strip().split("[ |]+")))
                .filter(word -> !word.matches("[-+^=\\\\]*"))
                .collect(Collectors.toSet());
    }
}
