package handgrad.sweep;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;

/** The values of an axis as texts, counted from 0; a range makes them when they are asked for. */
public sealed interface Values {
    /** At least 1. */
    long count();

    /** The i-th value. */
    String at(long i);

    /** As the user may write them. */
    String text();

    /** Values one by one. */
    record Listed(List<String> values) implements Values {
        public Listed {
            values = List.copyOf(values);
        }

        @Override
        public long count() {
            return values.size();
        }

        @Override
        public String at(long i) {
            return values.get(Math.toIntExact(i));
        }

        @Override
        public String text() {
            return String.join(",", values);
        }
    }

    /** Every whole number from one to another, both included. */
    record Counted(long first, long last) implements Values {
        @Override
        public long count() {
            return last - first + 1;
        }

        @Override
        public String at(long i) {
            return String.valueOf(first + i);
        }

        @Override
        public String text() {
            return first + ".." + last;
        }
    }

    /**
     * Numbers at equal distances, {@code first + i (last - first) / (count - 1)}, or equal ratios,
     * {@code first (last / first)^(i / (count - 1))}, rounded to twelve digits; both ends included.
     */
    record Spaced(double first, double last, long count, boolean logarithmic) implements Values {
        private static final MathContext DIGITS = new MathContext(12, RoundingMode.HALF_EVEN);

        @Override
        public String at(long i) {
            if (i == 0 || i == count - 1) {
                return AxisText.written(i == 0 ? first : last);
            }
            double part = (double) i / (count - 1);
            // The same bits on every machine: StrictMath.
            double value = logarithmic ? first * StrictMath.pow(last / first, part) : first + part * (last - first);
            return AxisText.written(new BigDecimal(value).round(DIGITS).doubleValue());
        }

        @Override
        public String text() {
            return "%s..%s:%s%d"
                    .formatted(AxisText.written(first), AxisText.written(last), logarithmic ? "log" : "", count);
        }
    }
}
