package handgrad.sweep;

import handgrad.InputException;
import handgrad.Shown;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Values as users write them: {@code 0.1,0.3}, {@code 1..2000}, {@code 0.1..1:10} for ten at equal distances, {@code 0.001..1:log7}
 * for seven at equal ratios.
 */
final class AxisText {
    /** The parts of {@code A..B:logN}. */
    private static final Pattern RANGE = Pattern.compile("(.*?)\\.\\.(?!\\.)([^:]*)(?::(log)?(.*))?");

    /** Commas outside brackets: {@code adam(0.9,0.999)} is one value. */
    private static final Pattern COMMA = Pattern.compile(",(?![^(]*\\))");

    private static final long MOST = 100_000_000;

    private AxisText() {}

    static Values parse(Choice choice, String text) {
        Matcher range = RANGE.matcher(text.strip());
        if (choice.kind() != Choice.Kind.WORD || choice == Choice.HIDDEN) {
            if (range.matches()) {
                return range(choice, text.strip(), range);
            }
        }
        var values = new ArrayList<String>();
        var seen = new HashSet<String>();
        for (String part : COMMA.split(text, -1)) {
            String value = value(choice, text, part.strip());
            if (!seen.add(value)) {
                throw wrong(choice, text, "%s is given twice".formatted(Shown.text(value)));
            }
            values.add(value);
        }
        return new Values.Listed(values);
    }

    private static String value(Choice choice, String whole, String part) {
        if (part.isEmpty()) {
            throw wrong(choice, whole, "expected values with commas between them, found an empty one");
        }
        return switch (choice.kind()) {
            case WORD -> part;
            case WHOLE -> String.valueOf(whole(choice, whole, part));
            case REAL -> written(real(choice, whole, part));
        };
    }

    private static Values range(Choice choice, String text, Matcher parts) {
        boolean real = choice.kind() == Choice.Kind.REAL;
        double first = real ? real(choice, text, parts.group(1)) : whole(choice, text, parts.group(1));
        double last = real ? real(choice, text, parts.group(2)) : whole(choice, text, parts.group(2));
        if (first > last) {
            throw wrong(choice, text, "runs backwards, expected %s..%s".formatted(parts.group(2), parts.group(1)));
        }
        if (parts.group(4) == null) {
            if (real) {
                throw wrong(
                        choice,
                        text,
                        "expected how many numbers, as in %1$s..%2$s:10 at equal distances or %1$s..%2$s:log10 at equal ratios"
                                .formatted(parts.group(1), parts.group(2)));
            }
            return new Values.Counted((long) first, (long) last);
        }
        long count = count(choice, text, parts.group(4));
        boolean logarithmic = parts.group(3) != null;
        if (logarithmic && !(first > 0)) {
            throw wrong(choice, text, "expected a first number above 0, where ratios are equal");
        }
        if (first == last) {
            throw wrong(choice, text, "expected two different ends for %d numbers".formatted(count));
        }
        var spaced = new Values.Spaced(first, last, count, logarithmic);
        return real ? spaced : rounded(spaced);
    }

    /** Whole numbers: each rounded to the nearest, those that come twice once. */
    private static Values rounded(Values spaced) {
        var values = new ArrayList<String>();
        for (long i = 0; i < spaced.count(); i++) {
            String value = String.valueOf(Math.round(Double.parseDouble(spaced.at(i))));
            if (values.isEmpty() || !values.get(values.size() - 1).equals(value)) {
                values.add(value);
            }
        }
        return new Values.Listed(List.copyOf(values));
    }

    private static long count(Choice choice, String text, String part) {
        long count = whole(choice, text, part);
        if (count < 2 || count > MOST) {
            throw wrong(choice, text, "expected 2 to %,d numbers, found %d".formatted(MOST, count));
        }
        return count;
    }

    private static long whole(Choice choice, String text, String part) {
        try {
            return Long.parseLong(part.strip());
        } catch (NumberFormatException e) {
            throw notANumber(choice, text, part, "a whole number");
        }
    }

    private static double real(Choice choice, String text, String part) {
        try {
            double value = Double.parseDouble(part.strip());
            if (Double.isFinite(value)) {
                return value;
            }
        } catch (NumberFormatException e) {
            throw notANumber(choice, text, part, "a number");
        }
        throw notANumber(choice, text, part, "a finite number");
    }

    private static InputException notANumber(Choice choice, String text, String part, String expected) {
        return wrong(choice, text, "expected %s, found '%s'".formatted(expected, Shown.text(part.strip())));
    }

    private static InputException wrong(Choice choice, String text, String what) {
        return new InputException("%s %s: %s".formatted(choice.option(), Shown.text(text), what));
    }

    /** No more digits than it has: {@code 0.1}, {@code 1}, {@code 1E-10}. */
    static String written(double number) {
        double size = Math.abs(number);
        BigDecimal exact = BigDecimal.valueOf(number).stripTrailingZeros();
        return number == 0 || (size >= 1e-6 && size < 1e9) ? exact.toPlainString() : exact.toString();
    }
}
