package handgrad.check;

import handgrad.judge.function.Tensor;
import java.util.Arrays;
import java.util.List;

/**
 * Where an assertion starts.
 *
 * <pre>
 *   assertThatGradient(Mine::gradient).of(Mine::loss).at(w, b).isRight();
 *
 *   assertThatGradient(layer(dW1, db1), layer(dW2, db2))
 *           .of(dense(w1, b1, "tanh"), dense(w2, b2, "sigmoid"))
 *           .withLoss("binary-cross-entropy", "mean")
 *           .on(x, t)
 *           .isRight();
 * </pre>
 */
public final class Gradients {
    private Gradients() {}

    /** Of a function of arrays. */
    public static GradientOfFunction assertThatGradient(Gradient gradient) {
        return value -> new GradientPlace(gradient, value);
    }

    /** Of a dense network: what somebody's backpropagation gave for each layer, from the first to the last. */
    public static GradientOfNetwork assertThatGradient(LayerGradient... gradients) {
        return layers -> new DenseLoss(List.of(gradients), List.of(layers));
    }

    /**
     * A tensor of its own name and shape that the function is differentiated by.
     *
     * @param values flat, last index fastest
     * @param shape sizes from the first axis to the last; without them the tensor is a vector
     * @throws IllegalArgumentException if the shape does not have as many places as there are values
     */
    public static Tensor tensor(String name, double[] values, int... shape) {
        return new Tensor(name, sizes(values, shape), values, true);
    }

    /** The same, but a constant: the function has no gradient for it. */
    public static Tensor constant(String name, double[] values, int... shape) {
        return new Tensor(name, sizes(values, shape), values, false);
    }

    private static List<Integer> sizes(double[] values, int... shape) {
        return shape.length == 0
                ? List.of(values.length)
                : Arrays.stream(shape).boxed().toList();
    }

    /** {@code dL/dW [nIn, nOut]} and {@code dL/db [nOut]} of a layer. */
    public static LayerGradient layer(double[][] dW, double... db) {
        return new LayerGradient(dW, db);
    }

    /**
     * A layer {@code a = f(x W + b)} with its parameters, {@code W [nIn, nOut]} and {@code b [nOut]}; a {@code b} without entries is none.
     *
     * @param activation by its name, such as {@code sigmoid}, {@code leaky-relu(0.2)}
     */
    public static DenseLayer dense(double[][] w, double[] b, String activation) {
        return new DenseLayer(w, b, activation);
    }
}
