package handgrad.judge.accumulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Which micro-batches are in an answer.
 *
 * @param number of the one that is meant, from 0
 */
record Chosen(Kind kind, int number, int count) {
    /** How they are told. */
    enum Kind {
        ALL,
        ONLY,
        WITHOUT
    }

    /** All of them first; of two, all but one is only the other. */
    static List<Chosen> of(int count) {
        var all = new ArrayList<>(List.of(new Chosen(Kind.ALL, 0, count)));
        for (int k = count - 1; k >= 0; k--) {
            all.add(new Chosen(Kind.ONLY, k, count));
        }
        for (int k = count - 1; k >= 0 && count > 2; k--) {
            all.add(new Chosen(Kind.WITHOUT, k, count));
        }
        return all;
    }

    boolean all() {
        return kind == Kind.ALL;
    }

    boolean has(int k) {
        return all() || (k == number) == (kind == Kind.ONLY);
    }

    /** The mistake; empty where all are in it. */
    Optional<String> mistake() {
        return switch (kind) {
            case ALL -> Optional.empty();
            case ONLY ->
                Optional.of(
                        number == count - 1
                                ? "last-micro-batch-only"
                                : number == 0 ? "first-micro-batch-only" : "one-micro-batch-only");
            case WITHOUT -> Optional.of("micro-batch-left-out");
        };
    }

    /** What it is, in words. */
    String sentence() {
        String which = number == count - 1 ? "the last" : number == 0 ? "the first" : "number " + (number + 1);
        return kind == Kind.ONLY
                ? "of all micro-batches only %s is in it".formatted(which)
                : "of all micro-batches %s is not in it".formatted(which);
    }

    /** {@code sum_k c G_k} of those that are in it, with a formula for c; k counts from 1. */
    String sum(String weight) {
        return switch (kind) {
            case ALL -> "sum_k %s G_k".formatted(weight);
            case ONLY -> "%s G_k".formatted(weight).replace("_k", "_" + (number + 1));
            case WITHOUT -> "sum_(k not %d) %s G_k".formatted(number + 1, weight);
        };
    }
}
