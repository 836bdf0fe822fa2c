package handgrad.cli;

import static org.assertj.core.api.Assertions.assertThat;

import handgrad.show.text.Screen;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a command prints on: a terminal of some width or none, with colours or without. */
class TerminalTest {
    private static Screen screen(boolean terminal, Map<String, String> environment) {
        return Terminal.screen(environment::get, terminal, () -> 132);
    }

    @Test
    void aTerminalHasItsWidthAndColours() {
        assertThat(screen(true, Map.of())).isEqualTo(new Screen(132, true, true));
    }

    @Test
    void whereThereIsNoneLinesAreOfAnyLengthAndPlain() {
        assertThat(screen(false, Map.of("TERM", "xterm"))).isEqualTo(Screen.FILE);
    }

    @Test
    void columnsSaysHowWideInBothCases() {
        assertThat(screen(true, Map.of("COLUMNS", "60"))).isEqualTo(new Screen(60, true, true));
        assertThat(screen(false, Map.of("COLUMNS", "60"))).isEqualTo(new Screen(60, false, false));
        assertThat(screen(true, Map.of("COLUMNS", "1")).width()).as("at least").isEqualTo(20);
    }

    @Test
    void columnsThatAreNoNumberAreNone() {
        for (String given : new String[] {"", "0", "-3", "wide", "99999999999"}) {
            assertThat(screen(true, Map.of("COLUMNS", given)).width()).isEqualTo(132);
        }
    }

    /** As no-color.org has it: where it is set and not empty. */
    @Test
    void coloursAreKeptAway() {
        assertThat(screen(true, Map.of("NO_COLOR", "1")).colour()).isFalse();
        assertThat(screen(true, Map.of("NO_COLOR", "")).colour()).isTrue();
        assertThat(screen(true, Map.of("TERM", "dumb")).colour()).isFalse();
    }
}
