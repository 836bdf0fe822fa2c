package handgrad.judge.trace;

import handgrad.InputException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;

/**
 * How many significant digits of a number are shown. A number that has no more is shown as it is, {@code 0.05}; one that is
 * rounded keeps its zeros, {@code 0.593270}. With 17 digits what is shown is the number itself.
 */
public record Digits(int significant) {
    private static final int MOST = 17;

    /** All that a number has. */
    public static final Digits ALL = new Digits(MOST);

    /** @throws InputException if it is not 1 to 17 */
    public Digits {
        if (significant < 1 || significant > MOST) {
            throw new InputException("--digits %d: expected 1 to %d".formatted(significant, MOST));
        }
    }

    /** Plain from 1e-3 to below 1e6, with an exponent elsewhere; NaN and infinity by name. */
    public String of(double value) {
        if (!Double.isFinite(value) || value == 0) {
            return value == 0 ? "0" : String.valueOf(value);
        }
        BigDecimal shortest = BigDecimal.valueOf(value).stripTrailingZeros();
        boolean exact = shortest.precision() <= significant;
        BigDecimal shown = exact ? shortest : new BigDecimal(value).round(new MathContext(significant));
        int decimals = Math.max(0, shown.scale());
        int exponent = shown.precision() - shown.scale() - 1;
        if (exponent < -3 || exponent >= 6) {
            return String.format(Locale.ROOT, "%." + (shown.precision() - 1) + "e", shown);
        }
        return shown.setScale(decimals).toPlainString();
    }
}
