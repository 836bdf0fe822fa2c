package handgrad.judge.diagnosis;

import java.util.EnumSet;
import java.util.Set;

/**
 * What became of one gradient.
 *
 * @param group the row of the table that it counts in
 * @param differs whether it differs from the right one by more than rounding
 * @param detected whether Handgrad says that it is wrong
 * @param detectedBy who else says so
 * @param naming of the mistake, where one was planted and detected
 */
record Outcome(
        MatrixCase given,
        String group,
        String gradient,
        boolean differs,
        boolean detected,
        Set<OtherRule> detectedBy,
        Naming naming,
        String diagnosis) {
    Outcome {
        detectedBy = Set.copyOf(detectedBy);
    }

    /** How a planted mistake is named. */
    enum Naming {
        /** It is named first, with its layer. */
        FIRST,
        /** It is named first, with another layer. */
        OTHER_LAYER,
        /** It is named with its layer in a tie that another mistake comes first in. */
        IN_TIE,
        /** Another mistake is named, or none. */
        NOT,
        /** Nothing was planted, or nothing detected. */
        NONE
    }

    private static final Set<Naming> FIRST = EnumSet.of(Naming.FIRST, Naming.OTHER_LAYER);

    /** Whether anything could be detected. */
    boolean detectable() {
        return differs || detected;
    }

    boolean missed() {
        return differs && !detected;
    }

    boolean namedFirst() {
        return FIRST.contains(naming);
    }

    boolean named() {
        return namedFirst() || naming == Naming.IN_TIE;
    }

    @Override
    public String toString() {
        return "%s: %s, %s [%s]".formatted(naming, gradient, given, diagnosis);
    }
}
