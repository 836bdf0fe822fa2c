package handgrad.input.claim;

import handgrad.network.Point;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A gradient that somebody claims, and the loss if they gave it.
 *
 * @param loss at the point itself
 * @param gradient 0 where nothing is claimed
 * @param differences the central differences of their own loss, where it is a function that can be called
 */
public record Claim(OptionalDouble loss, Point gradient, Optional<Point> differences, Handed handed) {
    /** A whole gradient. */
    public Claim(OptionalDouble loss, Point gradient, Optional<Point> differences) {
        this(loss, gradient, differences, Handed.whole(gradient.network()));
    }

    /** A loss and a gradient without a function behind them. */
    public static Claim of(OptionalDouble loss, Point gradient) {
        return new Claim(loss, gradient, Optional.empty());
    }

    /**
     * The gradient that a step has taken, {@code (before - after) / rate}, with what that subtraction rounds.
     *
     * @param rate of the step
     */
    public static Claim ofStep(Point before, Point after, double rate) {
        double[] gradient = new double[before.values().length];
        double[] subtracted = new double[gradient.length];
        for (int i = 0; i < gradient.length; i++) {
            double was = before.values()[i];
            double is = after.values()[i];
            gradient[i] = (was - is) / rate;
            subtracted[i] = Math.max(Math.abs(was), Math.abs(is)) / Math.abs(rate);
        }
        var point = new Point(before.network(), gradient);
        return new Claim(
                OptionalDouble.empty(),
                point,
                Optional.empty(),
                Handed.whole(before.network()).subtracted(subtracted));
    }

    /** The gradient alone. */
    public Claim withoutLoss() {
        return new Claim(OptionalDouble.empty(), gradient, differences, handed);
    }
}
