package handgrad.network.number;

import java.util.function.DoubleUnaryOperator;

/**
 * The functions that definitions are made of, each with its derivative. Those that a library computes have an operation of
 * their own where a formula for them would lose digits.
 */
@SuppressWarnings("ImmutableEnumChecker") // The operators are pure functions.
public enum Elementary {
    EXP("exp(%s)", "np.exp(%s)", Math::exp, Math::exp),
    /** The natural logarithm. */
    LOG("ln(%s)", "np.log(%s)", Math::log, x -> 1 / x),
    SQRT("sqrt(%s)", "np.sqrt(%s)", Math::sqrt, x -> 0.5 / Math.sqrt(x)),
    /** {@code 1 / cosh^2 x} keeps its digits where tanh x has rounded to 1. */
    TANH("tanh(%s)", "np.tanh(%s)", Math::tanh, x -> 1 / (Math.cosh(x) * Math.cosh(x))),
    /** {@code 2 / sqrt(pi)} times the integral of {@code e^(-t^2)} from 0 to x. */
    ERF("erf(%s)", "erf(%s)", ErrorIntegral::of, x -> 2 / Math.sqrt(Math.PI) * Math.exp(-x * x)),
    /** {@code ln(1 + e^x)}. */
    SOFTPLUS(
            "softplus(%s)",
            "np.logaddexp(0, %s)",
            x -> Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x))),
            x -> 1 / (1 + Math.exp(-x)));

    private final String formula;
    private final String numpy;
    private final DoubleUnaryOperator function;
    private final DoubleUnaryOperator slope;

    Elementary(String formula, String numpy, DoubleUnaryOperator function, DoubleUnaryOperator slope) {
        this.formula = formula;
        this.numpy = numpy;
        this.function = function;
        this.slope = slope;
    }

    public double of(double x) {
        return function.applyAsDouble(x);
    }

    public double slope(double x) {
        return slope.applyAsDouble(x);
    }

    /** Against what libraries round it: its value, or 1 where they make it of exponentials. */
    public double roundedAgainst(double value) {
        if (this == SOFTPLUS) {
            return 1 + value;
        }
        return this == TANH || this == ERF ? 1 : Math.abs(value);
    }

    /** As in formulas. */
    public String written(String argument) {
        return formula.formatted(argument);
    }

    /** As in NumPy. */
    public String numpy(String argument) {
        return numpy.formatted(argument);
    }
}
