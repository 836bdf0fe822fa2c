package handgrad.judge.trace;

import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * The terms of a long list that matter, in their own order, and the rest.
 *
 * @param shown those that are written out; all of them where they are few
 * @param rest those that are not
 */
record Terms(List<Expression> shown, List<Expression> rest) {
    /** A list of more is shortened. */
    static final int MOST = 6;

    /** Of a long list, written out: not one alone, so that a reader sees how they go on. */
    private static final int FEWEST = 2;

    private static final int LARGEST = 5;

    /** Of a sum: those that are furthest from 0. Whatever is not 0 is shown, or counts as one of the smaller terms. */
    static Terms ofSum(List<Expression> all) {
        int matter = (int) all.stream().filter(term -> term.value() != 0).count();
        return split(all, Math.max(FEWEST, Math.min(LARGEST, matter)), term -> Math.abs(term.value()));
    }

    /** Of a maximum: the largest. */
    static Terms ofMaximum(List<Expression> all) {
        return split(all, LARGEST, Expression::value);
    }

    private static Terms split(List<Expression> all, int count, ToDoubleFunction<Expression> weight) {
        if (all.size() <= MOST) {
            return new Terms(all, List.of());
        }
        // Equal ones stay in their order, and NaN comes before any number.
        var kept = IntStream.range(0, all.size())
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> weight.applyAsDouble(all.get(i)))
                        .reversed())
                .limit(count)
                .toList();
        return new Terms(pick(all, kept, true), pick(all, kept, false));
    }

    private static List<Expression> pick(List<Expression> all, List<Integer> kept, boolean those) {
        return IntStream.range(0, all.size())
                .filter(i -> kept.contains(i) == those)
                .mapToObj(all::get)
                .toList();
    }

    /** Those of the rest that are not 0. */
    List<Expression> smaller() {
        return rest.stream().filter(term -> term.value() != 0).toList();
    }

    int zeros() {
        return rest.size() - smaller().size();
    }
}
