package handgrad.judge.trace;

import handgrad.judge.trace.Expression.Call;
import handgrad.judge.trace.Expression.Constant;
import handgrad.judge.trace.Expression.Difference;
import handgrad.judge.trace.Expression.Product;
import handgrad.judge.trace.Expression.Square;
import handgrad.judge.trace.Expression.Symbol;
import handgrad.network.Activation;

/** {@code da/dz} of the activations that act on each neuron alone. */
final class Slopes {
    private Slopes() {}

    /** {@code dL/da * da/dz}. */
    static Expression times(Activation activation, Symbol da, Symbol a, Symbol z) {
        var one = new Constant(1);
        return switch (activation) {
            case SIGMOID -> Product.of(da, a, new Difference(one, a));
            case TANH -> Product.of(da, new Difference(one, new Square(a)));
            case RELU -> Product.of(da, Call.of(Function.STEP, z));
            case IDENTITY -> da;
            case SOFTMAX -> throw new IllegalArgumentException("softmax acts on the whole row");
        };
    }

    /** The derivative in words, with {@code a} what the output is called. */
    static String note(Activation activation, String a) {
        return switch (activation) {
            case SIGMOID -> "the slope of sigmoid is %s * (1 - %s)".formatted(a, a);
            case TANH -> "the slope of tanh is 1 - (%s)^2".formatted(a);
            case RELU -> "the slope of relu is step(z): 1 where z > 0, else 0";
            case IDENTITY -> "the slope of identity is 1";
            case SOFTMAX -> "of softmax dy[k]/dz[j] = y[k] * ([k = j] - y[j])";
        };
    }
}
