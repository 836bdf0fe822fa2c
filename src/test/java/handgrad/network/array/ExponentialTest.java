package handgrad.network.array;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The elementary functions against those of {@link StrictMath}, whose own error is below one unit in the last place. */
class ExponentialTest {
    /** 2 of ours, and what the right-hand side's own roundings can add. */
    private static final double UNITS = 4;

    private enum Function {
        EXP,
        SIGMOID,
        TANH,
        SOFTPLUS;

        double[] of(double... x) {
            double[] y = Arrays.copyOf(x, Stretches.roundedUp(x.length));
            var exponential = new Exponential();
            switch (this) {
                case EXP -> exponential.exp(y, y, x.length);
                case SIGMOID -> exponential.sigmoid(y, y, x.length);
                case TANH -> exponential.tanh(y, y, x.length);
                case SOFTPLUS -> exponential.softplus(y, y, x.length);
            }
            return Arrays.copyOf(y, x.length);
        }

        double exact(double x) {
            return switch (this) {
                case EXP -> StrictMath.exp(x);
                case SIGMOID -> 1 / (1 + StrictMath.exp(-x));
                case TANH -> StrictMath.tanh(x);
                case SOFTPLUS -> Math.max(x, 0) + StrictMath.log1p(StrictMath.exp(-Math.abs(x)));
            };
        }
    }

    /** Arguments of every size from 1e-12 to 600, of either sign. */
    @ParameterizedTest
    @EnumSource
    void areWithinAFewUnitsInTheLastPlace(Function function) {
        var random = new Random(1);
        for (int stretch = 0; stretch < 500; stretch++) {
            double scale = Math.pow(10, random.nextDouble() * 14 - 12);
            double[] x =
                    random.doubles(Stretches.LONGEST, -6 * scale, 6 * scale).toArray();
            double[] y = function.of(x);
            for (int i = 0; i < x.length; i++) {
                double exact = function.exact(x[i]);
                assertThat(Math.abs(y[i] - exact) / Math.ulp(exact))
                        .as("of %s", x[i])
                        .isLessThanOrEqualTo(UNITS);
            }
        }
    }

    /** {@code e^r} by Taylor's series in 50 digits: exact, beside a double. */
    private static BigDecimal exact(double x) {
        var digits = new MathContext(50);
        var r = new BigDecimal(x).divide(BigDecimal.valueOf(1024), digits);
        BigDecimal sum = BigDecimal.ONE;
        BigDecimal term = BigDecimal.ONE;
        for (int k = 1; k < 40; k++) {
            term = term.multiply(r, digits).divide(BigDecimal.valueOf(k), digits);
            sum = sum.add(term, digits);
        }
        return sum.pow(1024, digits);
    }

    /** Where the polynomial alone decides, between the ends of r, -ln 2 / 2 and ln 2 / 2, densely, and a way beyond. */
    @Test
    void theExponentialIsWithinOneUnitOfTheExactOne() {
        double[] x = IntStream.range(0, Stretches.LONGEST)
                .mapToDouble(i -> (i - 255.5) * Math.log(2) / 510)
                .toArray();
        double[] further = IntStream.range(0, Stretches.LONGEST)
                .mapToDouble(i -> (i - 250) * 0.0873)
                .toArray();
        for (double[] arguments : new double[][] {x, further}) {
            double[] y = Function.EXP.of(arguments);
            for (int i = 0; i < y.length; i++) {
                double units =
                        exact(arguments[i]).subtract(new BigDecimal(y[i])).abs().doubleValue() / Math.ulp(y[i]);
                assertThat(units).as("e^%s", arguments[i]).isLessThan(1);
            }
        }
    }

    /** Where a stretch holds a number beyond the range of the fast way, all of it goes the other one. */
    @ParameterizedTest
    @EnumSource
    void haveTheirLimitsAtTheEnds(Function function) {
        double[] x = {
            Double.NEGATIVE_INFINITY,
            -1e300,
            -1000,
            -720,
            -709.9,
            0,
            1,
            709.9,
            720,
            1000,
            1e300,
            Double.POSITIVE_INFINITY
        };
        double[] exact = Arrays.stream(x).map(function::exact).toArray();
        double[] y = function.of(x);
        for (int i = 0; i < x.length; i++) {
            double tolerance = Double.isInfinite(exact[i]) ? 0 : UNITS * Math.ulp(exact[i]);
            assertThat(y[i] == exact[i] || Math.abs(y[i] - exact[i]) <= tolerance)
                    .as("%s at %s is %s, expected %s", function, x[i], y[i], exact[i])
                    .isTrue();
        }
    }

    /**
     * Each by itself, so that none takes the other way for a neighbour's sake: where 2^k comes to the ends of its range, at
     * 354.9 for tanh and 709.8 for the others. Below 2^-1021 a result may be 0.
     */
    @ParameterizedTest
    @EnumSource
    void areRightUpToTheEndsOfTheirRange(Function function) {
        for (double size = 340; size < 760; size += 0.01) {
            for (double x : new double[] {-size, size}) {
                double exact = function.exact(x);
                double y = function.of(x)[0];
                assertThat(y == exact || Math.abs(y - exact) <= Math.max(UNITS * Math.ulp(exact), 0x1p-1021))
                        .as("%s at %s is %s, expected %s", function, x, y, exact)
                        .isTrue();
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void passNaNOn(Function function) {
        double[] y = function.of(0.5, Double.NaN, -0.5);
        assertThat(y[1]).isNaN();
        assertThat(y[0]).isFinite();
        assertThat(y[2]).isFinite();
    }

    /** sigmoid(0) = 1/2, tanh(0) = 0, e^0 = 1, e^(ln 2) = 2, ln(1 + e^0) = ln 2. */
    @Test
    void knownValues() {
        assertThat(Function.SIGMOID.of(0)).containsExactly(0.5);
        assertThat(Function.TANH.of(0)).containsExactly(0);
        assertThat(Function.EXP.of(0, Math.log(2))).containsExactly(1, 2);
        assertThat(Function.SOFTPLUS.of(0)).containsExactly(Math.log(2));
    }
}
