package handgrad.judge.trace;

import java.util.Arrays;

/** The functions that formulas of a network are made of. */
public enum Function {
    EXP("exp(%s)"),
    /** The natural logarithm. */
    LN("ln(%s)"),
    /** {@code ln(1 + u)}, right where {@code u} is so small that {@code 1 + u} rounds to 1. */
    LN_ONE_PLUS("ln(1 + %s)"),
    TANH("tanh(%s)"),
    ABS("abs(%s)"),
    /** The largest of its arguments. */
    MAX("max(%s)"),
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
            case LN_ONE_PLUS -> Math.log1p(arguments[0]);
            case TANH -> Math.tanh(arguments[0]);
            case ABS -> Math.abs(arguments[0]);
            case MAX -> Arrays.stream(arguments).reduce(Math::max).orElseThrow();
            case STEP -> arguments[0] > 0 ? 1 : 0;
        };
    }

    String written(String arguments) {
        return pattern.formatted(arguments);
    }
}
