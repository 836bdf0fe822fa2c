package handgrad.cli;

import static org.assertj.core.api.Assertions.assertThat;

import handgrad.show.text.Screen;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code handgrad help}, and what it shares with {@code --help}. */
class HelpTest {
    @ParameterizedTest
    @ValueSource(strings = {"list", "run", "verify", "trace", "new", "report", "bench", "help"})
    void helpOfACommandIsItsOwnHelp(String command) {
        Said said = Said.by("help", command);
        assertThat(said.exit()).isZero();
        assertThat(said).isEqualTo(Said.by(command, "--help"));
        assertThat(said.out()).startsWith("Usage: handgrad " + command + " [OPTIONS]");
    }

    @Test
    void helpAloneNamesEveryCommand() {
        assertThat(Said.by("help")).isEqualTo(Said.by("--help"));
        assertThat(Said.by("help").out())
                .contains("  list ", "  run ", "  verify ", "  trace ", "  new ", "  report ", "  bench ", "  help ");
    }

    @Test
    void anUnknownCommandIsAnsweredWithTheNearest() {
        Said said = Said.by("help", "verfy");
        assertThat(said.exit()).isEqualTo(2);
        assertThat(said.complaints()).singleElement().asString().contains("did you mean 'verify'?");
    }

    @Test
    void defaultsAreFilledIn() {
        assertThat(Said.by("help", "trace").out())
                .contains("Default: 0.", "Default: 6.")
                .doesNotContain("DEFAULT-VALUE", "%n");
    }

    @Test
    void coloursAreForTerminals() {
        assertThat(Said.on(new Screen(80, true, true), "help").out()).contains("\u001B[1mUsage:\u001B[0m");
        assertThat(Said.on(new Screen(80, true, false), "help").out()).doesNotContain("\u001B");
    }
}
