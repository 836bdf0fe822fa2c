package handgrad.judge.function;

import java.util.List;

/**
 * How far a claimed derivative may be from differences, and what follows. Allowed are four times the estimated error of the differences and
 * what rounding does to the gradient itself: 16 epsilon of the tensor's largest entry, since an entry may come from terms as
 * large as that; and one epsilon of what the entry would be if it mattered as much as the one that matters most, since terms may
 * cancel in all entries of a tensor.
 */
record Tolerance(Format format) {
    private static final double SAFETY = 4;
    private static final double ROUNDING = 16;

    /** An entry that could as well be 0 has not been judged. */
    private static final double COARSE = 0.5;

    /** Of a typical derivative: what a gradient of zeros is held against. */
    private static final double NOTHING = 0.01;

    /**
     * What is allowed along a direction. It passes more kinks than a single entry does, so that its error is known less well.
     *
     * @param sum of the sizes of the terms, each of which is rounded
     */
    double along(Slope slope, double sum) {
        return 2 * SAFETY * slope.error() + rounding(sum);
    }

    /** Whether a slope is known well enough to judge entries by it, the largest of which have the given size. */
    boolean tells(Slope slope, double size) {
        return !Double.isNaN(slope.value()) && !coarse(SAFETY * slope.error(), Math.max(size, Math.abs(slope.value())));
    }

    /** Whether a tolerance leaves too much open for what is as large as {@code size}. */
    boolean coarse(double tolerance, double size) {
        return tolerance > COARSE * size;
    }

    private double rounding(double largest) {
        return ROUNDING * format.epsilon() * Math.max(largest, format.smallestNormal());
    }

    /**
     * @param slope null where the entry was not looked at
     * @param largest of the tensor's right entries
     * @param typical what a derivative here might be if this entry mattered to the loss as much as any other does
     */
    Entry entry(List<Integer> index, double claimed, Slope slope, double largest, double typical) {
        if (slope == null || Double.isNaN(slope.value())) {
            Verdict without = slope == null ? Verdict.UNJUDGED : Verdict.UNDECIDED;
            return new Entry(
                    index, claimed, Double.NaN, Double.NaN, Double.isFinite(claimed) ? without : Verdict.WRONG);
        }
        double tolerance = SAFETY * slope.error() + rounding(largest) + format.epsilon() * typical;
        if (slope.kink().isPresent()) {
            return kinked(index, claimed, slope.kink().get(), tolerance);
        }
        boolean coarse = coarse(tolerance, Math.max(largest, NOTHING * typical));
        boolean near = Math.abs(claimed - slope.value()) <= (coarse ? SAFETY : 1) * tolerance;
        Verdict verdict = !near ? Verdict.WRONG : coarse ? Verdict.UNDECIDED : Verdict.RIGHT;
        return new Entry(index, claimed, slope.value(), tolerance, verdict);
    }

    private static Entry kinked(List<Integer> index, double claimed, Slope.Kink kink, double tolerance) {
        double nearest = Math.max(kink.least(), Math.min(kink.largest(), claimed));
        boolean between = Math.abs(claimed - nearest) <= tolerance;
        // Where kinks meet, one may be taken from above and another from below, or all slopes be taken as 0.
        double reach = Math.abs(kink.least()) + Math.abs(kink.largest());
        Verdict verdict =
                between ? Verdict.KINK : Math.abs(claimed) <= reach + tolerance ? Verdict.UNDECIDED : Verdict.WRONG;
        return new Entry(index, claimed, nearest, tolerance, verdict);
    }
}
