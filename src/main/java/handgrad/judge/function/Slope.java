package handgrad.judge.function;

import java.util.Arrays;
import java.util.Optional;

/**
 * What differences say of a derivative.
 *
 * @param error how far the value may be off: truncation and the rounding of the losses
 * @param kink where the function has two slopes at the point; the value is then in the middle
 */
record Slope(double value, double error, Optional<Kink> kink) {
    /** The least and the largest slope on the two sides. */
    record Kink(double least, double largest) {
        static Kink between(double... slopes) {
            return new Kink(
                    Arrays.stream(slopes).min().orElseThrow(),
                    Arrays.stream(slopes).max().orElseThrow());
        }
    }

    static final Slope UNKNOWN = smooth(Double.NaN, Double.NaN);

    static Slope smooth(double value, double error) {
        return new Slope(value, error, Optional.empty());
    }

    static Slope kinked(Kink kink, double error) {
        return new Slope((kink.least() + kink.largest()) / 2, error, Optional.of(kink));
    }

    /** In another unit of length. */
    Slope per(double unit) {
        return new Slope(
                value / unit, error / unit, kink.map(sides -> new Kink(sides.least() / unit, sides.largest() / unit)));
    }
}
