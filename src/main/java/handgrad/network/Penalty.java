package handgrad.network;

/**
 * What a loss adds for large parameters, {@code absolute sum |w| + square sum w^2}, after the reduction over the samples.
 *
 * @param square {@code lambda/2} of a penalty written with 1/2, {@code lambda} of one without
 * @param biases whether they count like weights
 */
public record Penalty(double absolute, double square, boolean biases) {
    public static final Penalty NONE = new Penalty(0, 0, false);

    /** What is added to the loss. */
    public double loss(Point theta) {
        double sum = 0;
        for (Block block : theta.network().blocks()) {
            for (double w : touches(block) ? theta.values(block) : new double[0]) {
                sum += absolute * Math.abs(w) + square * w * w;
            }
        }
        return sum;
    }

    /** What is added to the gradient, in the layout of the parameters: {@code absolute sign(w) + 2 square w}. */
    public double[] gradient(Point theta) {
        double[] gradient = new double[theta.values().length];
        for (Block block : theta.network().blocks()) {
            for (int i = block.offset(); touches(block) && i < block.end(); i++) {
                double w = theta.values()[i];
                gradient[i] = absolute * Math.signum(w) + 2 * square * w;
            }
        }
        return gradient;
    }

    /** How far that may be off, in units of rounding, and by the kink of {@code |w|} at 0. */
    public double[] uncertainty(Point theta, Precision precision, int n) {
        double[] errors = gradient(theta);
        for (Block block : theta.network().blocks()) {
            for (int i = block.offset(); i < block.end(); i++) {
                boolean kink = touches(block) && theta.values()[i] == 0;
                // It may have been added sample by sample.
                errors[i] = (n + 8) * precision.epsilon() * Math.abs(errors[i]) + (kink ? absolute : 0);
            }
        }
        return errors;
    }

    /** A gradient with what this adds to it. */
    public Point addedTo(Point gradient, Point theta) {
        return shifted(gradient, theta, 1);
    }

    /** A gradient without what this adds to it. */
    public Point takenFrom(Point gradient, Point theta) {
        return shifted(gradient, theta, -1);
    }

    private Point shifted(Point gradient, Point theta, int sign) {
        double[] values = gradient.values().clone();
        double[] added = gradient(theta);
        for (int i = 0; i < values.length; i++) {
            values[i] += sign * added[i];
        }
        return new Point(gradient.network(), values);
    }

    private boolean touches(Block block) {
        return biases || block.isWeight();
    }
}
