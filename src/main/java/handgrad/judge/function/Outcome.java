package handgrad.judge.function;

import handgrad.Named;
import java.util.stream.Stream;

/** What is said of a gradient as a whole. */
public enum Outcome implements Named {
    PASS,
    FAIL,
    /** Nothing is wrong, but something could not be judged: losses with too few digits, or none. */
    UNDECIDED;

    /** Of several: what fails fails all, and what is undecided keeps all from passing. */
    public static Outcome ofAll(Stream<Outcome> parts) {
        return parts.reduce(PASS, (one, other) -> one == FAIL || other == FAIL ? FAIL : one == PASS ? other : one);
    }
}
