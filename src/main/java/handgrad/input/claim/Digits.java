package handgrad.input.claim;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Optional;

/**
 * To how many digits numbers were printed: {@code %.8f} gives decimals, {@code %.4e} significant digits. What a program has
 * computed needs 15 to 17 of them.
 *
 * @param decimals the most behind the point that any of the numbers has
 * @param significant the most digits
 */
record Digits(int decimals, int significant) {
    /** Nobody prints more, short of all. */
    private static final int MOST = 12;
    /** Of numbers such as 0.5 nobody knows whether they are rounded. */
    private static final int FEWEST = 2;

    /** Empty where the numbers are whole, or have all their digits. */
    static Optional<Digits> of(double... numbers) {
        int decimals = 0;
        int significant = 0;
        for (double number : numbers) {
            if (number == 0 || !Double.isFinite(number)) {
                continue;
            }
            BigDecimal shown = new BigDecimal(Double.toString(number)).stripTrailingZeros();
            decimals = Math.max(decimals, shown.scale());
            significant = Math.max(significant, shown.precision());
            if (decimals > MOST && significant > MOST) {
                return Optional.empty();
            }
        }
        return decimals < FEWEST ? Optional.empty() : Optional.of(new Digits(decimals, significant));
    }

    /** Whether numbers with these digits may have been printed in the same way as others. */
    boolean asFineAs(Digits other) {
        return (byDecimals() && decimals >= other.decimals) || (bySignificant() && significant >= other.significant);
    }

    /** Half a unit of the last digit of each. */
    double[] errors(double... numbers) {
        return Arrays.stream(numbers).map(this::error).toArray();
    }

    private double error(double number) {
        double fixed = byDecimals() ? 0.5 * Math.pow(10, -decimals) : 0;
        if (!bySignificant() || number == 0 || !Double.isFinite(number)) {
            return fixed;
        }
        int exponent = (int) Math.floor(Math.log10(Math.abs(number)));
        return Math.max(fixed, 0.5 * Math.pow(10, exponent - significant + 1.0));
    }

    private boolean byDecimals() {
        return decimals <= MOST;
    }

    private boolean bySignificant() {
        return significant <= MOST;
    }

    /** {@code 8 decimals}, {@code 5 digits}. */
    String said() {
        return byDecimals() ? decimals + " decimals" : significant + " digits";
    }
}
