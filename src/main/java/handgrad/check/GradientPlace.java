package handgrad.check;

import handgrad.judge.function.Tensor;
import java.util.ArrayList;
import java.util.Arrays;

/** Where a gradient is asserted: the point. */
public final class GradientPlace {
    private final Gradient gradient;
    private final Value value;

    GradientPlace(Gradient gradient, Value value) {
        this.gradient = gradient;
        this.value = value;
    }

    /** At arrays that are all differentiated; messages number them from 0. */
    public GradientAssert at(double[]... theta) {
        var tensors = new ArrayList<Tensor>();
        for (int i = 0; i < theta.length; i++) {
            tensors.add(Gradients.tensor("theta" + i, theta[i]));
        }
        return new GradientAssert(gradient, value, tensors);
    }

    /** At tensors with names and shapes, constants among them: {@link Gradients#tensor}, {@link Gradients#constant}. */
    public GradientAssert at(Tensor... tensors) {
        return new GradientAssert(gradient, value, Arrays.asList(tensors));
    }
}
