package handgrad.judge.trace;

import java.util.Arrays;
import org.apache.commons.math3.special.Erf;

/** The functions that formulas of a network are made of. */
public enum Function {
    EXP("exp(%s)"),
    /** The natural logarithm. */
    LN("ln(%s)"),
    /** {@code ln(1 + e^u)}. */
    SOFTPLUS("softplus(%s)"),
    ERF("erf(%s)"),
    TANH("tanh(%s)"),
    /** The largest of its arguments. */
    MAX("max(%s)"),
    MIN("min(%s)"),
    ABS("abs(%s)"),
    /** 1 above 0, -1 below it, 0 at 0. */
    SIGN("sign(%s)"),
    /** 1 above 0, else 0: the derivative of {@code max(z, 0)}. */
    STEP("step(%s)");

    private final String pattern;

    Function(String pattern) {
        this.pattern = pattern;
    }

    double apply(double... arguments) {
        return switch (this) {
            case EXP -> Math.exp(arguments[0]);
            case LN -> Math.log(arguments[0]);
            case SOFTPLUS -> Math.max(arguments[0], 0) + Math.log1p(Math.exp(-Math.abs(arguments[0])));
            case ERF -> Erf.erf(arguments[0]);
            case TANH -> Math.tanh(arguments[0]);
            case MAX -> Arrays.stream(arguments).reduce(Math::max).orElseThrow();
            case MIN -> Arrays.stream(arguments).reduce(Math::min).orElseThrow();
            case ABS -> Math.abs(arguments[0]);
            case SIGN -> Math.signum(arguments[0]);
            case STEP -> arguments[0] > 0 ? 1 : 0;
        };
    }

    String written(String arguments) {
        return pattern.formatted(arguments);
    }
}
