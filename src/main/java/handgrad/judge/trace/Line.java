package handgrad.judge.trace;

import java.util.List;
import java.util.OptionalInt;

/**
 * One node of the graph, or one partial derivative.
 *
 * @param neuron of that layer; empty for what belongs to the whole row
 * @param names what it is called, the most usual name first: {@code delta2[0]}, {@code dL/dz2[0]}
 */
public record Line(Kind kind, int layer, OptionalInt neuron, List<String> names, Expression expression) {
    /** What a line is about. */
    public enum Kind {
        /** {@code z^l[j]}. */
        WEIGHTED_SUM,
        /** {@code a^l[j]}, or {@code y[j]} of the output layer. */
        ACTIVATION,
        /** What softmax needs of the whole row. */
        ROW,
        /** {@code L}, or what one output adds to it. */
        LOSS,
        /** {@code dL/da^l[j]}, or {@code dL/dy[j]}. */
        OUTPUT_DERIVATIVE,
        /** {@code delta^l[j] = dL/dz^l[j]}. */
        DELTA,
        /** {@code dL/dW^l[i,j]}. */
        WEIGHT,
        /** {@code dL/db^l[j]}. */
        BIAS
    }

    public Line {
        names = List.copyOf(names);
    }

    public String name() {
        return names.get(0);
    }

    public String formula() {
        return expression.formula();
    }

    /** The formula with numbers put in. */
    public String numbers(Digits digits) {
        return expression.numbers(digits);
    }

    public double value() {
        return expression.value();
    }
}
