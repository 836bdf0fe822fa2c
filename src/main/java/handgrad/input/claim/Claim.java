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
}
