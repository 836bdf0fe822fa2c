package handgrad.judge.rounding;

import handgrad.network.Precision;
import handgrad.network.number.Elementary;
import handgrad.network.number.Plain;
import handgrad.network.number.Row;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Random roundings: to half a unit up or down, each equally likely. What is exact stays as it is, and so does a sum of which a term is
 * lost altogether: no program rounds there.
 */
final class Jitter {
    private final SplittableRandom random;
    private final Rounding rounding;

    Jitter(long seed, Rounding rounding) {
        this.random = new SplittableRandom(seed);
        this.rounding = rounding;
    }

    /** From -1/2 to 1/2. */
    double next() {
        return (random.nextLong() >> 11) * 0x1p-53;
    }

    double rounded(double value) {
        return value + value * (rounding.u() * next());
    }

    /** A result, given what double precision has lost of it. */
    double result(double value, double lost) {
        boolean exact = rounding.precision() == Precision.DOUBLE ? lost == 0 : lost == 0 && value == (float) value;
        return exact ? value : rounded(value);
    }

    double sum(double a, double b) {
        double sum = a + b;
        double part = sum - a;
        return sum == a || sum == b ? sum : result(sum, (a - (sum - part)) + (b - part));
    }

    double product(double a, double b) {
        double product = a * b;
        return result(product, Math.fma(a, b, -product));
    }

    double quotient(double a, double b) {
        double quotient = a / b;
        return result(quotient, Math.fma(quotient, b, -a));
    }

    double[] rounded(double... values) {
        return Arrays.stream(values).map(this::rounded).toArray();
    }

    Jittered exact(double... values) {
        return new Jittered(Plain.of(values), this);
    }

    Jittered exact(Plain values) {
        return new Jittered(values, this);
    }

    /** These values, each rounded. */
    Jittered of(Plain values) {
        return new Jittered(Plain.of(rounded(values.values())), this);
    }

    List<Row> exact(double[][] samples) {
        return Arrays.stream(samples).<Row>map(this::exact).toList();
    }

    /** {@code f(x)}, by a library that errs by some roundings: by a quarter of what it may. */
    double ofLibrary(Elementary f, double x) {
        double value = f.of(x);
        return Double.isInfinite(value) ? value : value + rounding.ofLibrary(f, x, value) / 2 * next();
    }
}
