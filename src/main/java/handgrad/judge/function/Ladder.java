package handgrad.judge.function;

import java.util.function.DoubleUnaryOperator;

/**
 * Finds the derivative of a loss along a line at 0 by differences whose step it adapts: from four steps that suit the format up
 * or down to those with the least estimated error. One pair of losses very near the point tells whether what larger steps say
 * holds there too: where it does not, something (a kink, a jump) lies between, and smaller steps are taken.
 */
final class Ladder {
    private static final double APART = 4;

    private final double loss;
    private final double noise;
    private final double epsilon;
    private final double near;
    private final int highest;
    private int start;

    /** @param widest how large steps may become: where all entries of a tensor are tiny, those that suit the function are larger */
    Ladder(double loss, double noise, Format format, double widest) {
        this.loss = loss;
        this.noise = noise;
        this.epsilon = format.epsilon();
        double relative = Math.min(0.01, Math.max(epsilon, noise / Math.max(Math.abs(loss), Double.MIN_NORMAL)));
        this.near = Math.scalb(1.0, Math.getExponent(relative) / 2);
        this.highest = Math.max(0, Math.getExponent(widest) - Rungs.COUNT);
        this.start = Math.getExponent(epsilon) / 8 - 1;
    }

    /** The losses that one derivative usually takes. */
    static final int COST = Rungs.COST + 2;

    /**
     * The derivative; unknown where the losses around the point are not finite.
     *
     * @param size of the derivatives that matter here: what is exact to {@code epsilon^(2/3)} of it is not made more exact
     */
    Slope derivative(DoubleUnaryOperator line, double size) {
        double above = (line.applyAsDouble(near) - loss) / near;
        double below = (loss - line.applyAsDouble(-near)) / near;
        if (!Double.isFinite(above) || !Double.isFinite(below)) {
            return Slope.UNKNOWN;
        }
        var search = new Search(line, size, above, below);
        search.from(start);
        return search.result();
    }

    /** One derivative's way up and down the ladder. */
    private final class Search {
        private final DoubleUnaryOperator line;
        private final double target;
        private final double above;
        private final double below;
        private final double nearError;
        private Rungs best;
        private Rungs sides;

        Search(DoubleUnaryOperator line, double size, double above, double below) {
            this.line = line;
            this.above = above;
            this.below = below;
            double slope = (above + below) / 2;
            this.target = Math.cbrt(epsilon * epsilon) * Math.max(Math.abs(slope), size);
            this.nearError = (noise + epsilon * Math.abs(slope)) / near;
        }

        void from(int exponent) {
            boolean found = tries(exponent);
            if (found && best.central().scattered()) {
                for (int up = exponent + Rungs.COUNT; wanting() && up <= highest && tries(up); up += Rungs.COUNT) {}
            } else {
                int last = Math.getExponent(near);
                for (int down = exponent - Rungs.COUNT; wanting() && down >= last; down -= Rungs.COUNT) {
                    if (!tries(down) && best != null) {
                        return;
                    }
                }
            }
        }

        private boolean wanting() {
            return best == null || best.error() > target;
        }

        /** Whether these steps are the best so far. */
        private boolean tries(int exponent) {
            Rungs rungs = Rungs.at(line, loss, Math.scalb(1.0, exponent), noise, epsilon);
            if (rungs.finite() && (sides == null || error(rungs) < error(sides))) {
                sides = rungs;
            }
            boolean better = rungs.smooth()
                    && rungs.agrees((above + below) / 2, nearError + rungs.curvature() * near * near)
                    && (best == null || best.agrees(rungs.central().value(), rungs.error()))
                    && (best == null || rungs.error() < best.error());
            if (better) {
                best = rungs;
                start = exponent;
            }
            return better;
        }

        private double error(Rungs rungs) {
            return rungs.above().error() + rungs.below().error();
        }

        private Slope result() {
            double gap = Math.abs(above - below);
            double curved = best == null ? 0 : 2 * best.curvature() * near;
            if (gap <= APART * 2 * nearError + curved) {
                return best == null
                        ? Slope.smooth((above + below) / 2, nearError + gap)
                        : Slope.smooth(best.central().value(), best.error());
            }
            if (sides == null || !sides.sidesAgree(below, above, 2 * nearError)) {
                return Slope.UNKNOWN;
            }
            Slope.Kink kink = Slope.Kink.between(
                    below, above, sides.below().value(), sides.above().value());
            return Slope.kinked(kink, Math.min(error(sides), 2 * nearError));
        }
    }
}
