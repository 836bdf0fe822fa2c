package handgrad;

import java.util.Locale;

/** How numbers are written for a reader. */
public final class Figures {
    private Figures() {}

    /** Whole numbers as they are; else six significant digits; below 1e-3 and from 1e6 on with an exponent; NaN and infinity by name. */
    public static String of(double value) {
        if (!Double.isFinite(value) || value == 0) {
            return value == 0 ? "0" : String.valueOf(value);
        }
        double size = Math.abs(value);
        if (size < 1e6 && value == Math.rint(value)) {
            return String.valueOf((long) value);
        }
        if (size < 1e-3 || size >= 1e6) {
            return String.format(Locale.ROOT, "%.5e", value);
        }
        int decimals = Math.max(0, 5 - (int) Math.floor(Math.log10(size)));
        return String.format(Locale.ROOT, "%." + decimals + "f", value);
    }

    /** A whole number with a comma between thousands. */
    public static String number(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }

    /** {@code "1 step"}, {@code "2,000 steps"}. */
    public static String count(long number, String thing) {
        return String.format(Locale.ROOT, "%,d %s%s", number, thing, number == 1 ? "" : "s");
    }

    /** Two significant digits with an exponent, for differences; 0 where there is none. */
    public static String difference(double value) {
        return !Double.isFinite(value) || value == 0 ? of(value) : String.format(Locale.ROOT, "%.1e", value);
    }

    /** A share in 0..1 with four decimals. */
    public static String share(double value) {
        return String.format(Locale.ROOT, "%.4f", value);
    }

    /** An accuracy, or R², which has no lower end. */
    public static String score(double value) {
        return Math.abs(value) < 1000 ? share(value) : of(value);
    }

    /** Seconds with the digits that matter. */
    public static String seconds(double value) {
        return String.format(Locale.ROOT, value < 10 ? "%.2f s" : "%.0f s", value);
    }

    /** A short time, given in seconds, in the unit that fits it. */
    public static String duration(double seconds) {
        double micros = seconds * 1e6;
        return micros < 1000 ? digits(micros) + " µs" : micros < 1e6 ? digits(micros / 1000) + " ms" : seconds(seconds);
    }

    private static String digits(double value) {
        return String.format(Locale.ROOT, value < 10 ? "%.2f" : value < 100 ? "%.1f" : "%.0f", value);
    }
}
