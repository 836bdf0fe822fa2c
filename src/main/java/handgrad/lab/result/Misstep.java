package handgrad.lab.result;

import java.util.List;
import java.util.Optional;

/**
 * A gradient, a loss or an update that a run has found wrong, and why.
 *
 * @param whose the name of the engine
 * @param step from 1; 0 is the start, before any step
 * @param what is wrong first, such as {@code the update}
 * @param known where no mistake is named, what is known all the same, a sentence without its full stop
 * @param mistakes from the output down; empty where none is named
 */
public record Misstep(String whose, long step, String what, Optional<String> known, List<Mistaken> mistakes) {
    public Misstep {
        mistakes = List.copyOf(mistakes);
    }

    /** {@code At step 3 the update of own is wrong}. */
    public String where() {
        return "%s %s of %s is wrong".formatted(step == 0 ? "At the start" : "At step " + step, what, whose);
    }
}
