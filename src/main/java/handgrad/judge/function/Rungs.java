package handgrad.judge.function;

import java.util.function.DoubleUnaryOperator;

/**
 * Losses at four steps h, h/2, h/4, h/8 on both sides of a point, and the derivatives that they give: from both sides, from
 * above alone, from below alone.
 */
record Rungs(Extrapolation central, Extrapolation above, Extrapolation below, double curvature, boolean finite) {
    static final int COUNT = 4;
    static final int COST = 2 * COUNT;

    /** How many estimated errors two slopes may be apart and still be one. */
    private static final double APART = 4;

    static Rungs at(DoubleUnaryOperator line, double middle, double step, double noise, double epsilon) {
        double[] central = new double[COUNT];
        double[] above = new double[COUNT];
        double[] below = new double[COUNT];
        double[] scatter = new double[COUNT];
        double[] oneSided = new double[COUNT];
        double curvature = 0;
        boolean finite = true;
        for (int j = 0; j < COUNT; j++) {
            double h = Math.scalb(step, -j);
            double up = line.applyAsDouble(h);
            double down = line.applyAsDouble(-h);
            central[j] = (up - down) / (2 * h);
            above[j] = (up - middle) / h;
            below[j] = (middle - down) / h;
            // The place itself is rounded as well, which moves the loss by its slope.
            scatter[j] = noise / h + epsilon * Math.abs(central[j]) / h;
            oneSided[j] = 2 * scatter[j];
            curvature = Math.abs(above[j] - below[j]) / h;
            finite &= Double.isFinite(up) && Double.isFinite(down);
        }
        return new Rungs(
                Extrapolation.of(central, scatter, 2),
                Extrapolation.of(above, oneSided, 1),
                Extrapolation.of(below, oneSided, 1),
                curvature,
                finite);
    }

    /** Whether both sides have the same slope, as far as can be seen. */
    boolean smooth() {
        return finite && Math.abs(above.value() - below.value()) <= APART * (above.error() + below.error());
    }

    /** How far the central slope may be off: a kink too weak to be told from the errors of both sides has a part in it. */
    double error() {
        return Math.max(central.error(), Math.abs(above.value() - below.value()) / 2);
    }

    /** Whether a slope seen elsewhere may be this one. */
    boolean agrees(double slope, double slopeError) {
        return Math.abs(central.value() - slope) <= APART * (error() + slopeError);
    }

    /** Whether two slopes seen elsewhere may be those of the sides. */
    boolean sidesAgree(double slopeBelow, double slopeAbove, double slopeError) {
        return Math.abs(above.value() - slopeAbove) <= APART * (above.error() + slopeError)
                && Math.abs(below.value() - slopeBelow) <= APART * (below.error() + slopeError);
    }
}
