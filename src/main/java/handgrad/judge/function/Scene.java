package handgrad.judge.function;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What the error of a gradient can be explained by: the other gradients, and all arrays that have a name. */
record Scene(List<Evidence> all, List<Array> arrays) {
    /** An array that can be told by name. */
    record Array(String name, List<Integer> shape, double[] values) {
        boolean varies() {
            return Arrays.stream(values).distinct().count() > 1;
        }
    }

    static Scene of(List<Evidence> all, List<Tensor> point, List<Intermediate> intermediates) {
        var arrays = new ArrayList<Array>();
        for (Tensor tensor : point) {
            arrays.add(new Array(Sentences.name(tensor.name()), tensor.shape(), tensor.values()));
        }
        for (Intermediate step : intermediates) {
            arrays.add(new Array(Sentences.name(step.name()), step.shape(), step.values()));
        }
        for (Intermediate step : intermediates) {
            step.gradient()
                    .ifPresent(gradient -> arrays.add(
                            new Array("the gradient of " + Sentences.name(step.name()), step.shape(), gradient)));
        }
        arrays.removeIf(array -> !Arrays.stream(array.values()).allMatch(Double::isFinite));
        return new Scene(all, List.copyOf(arrays));
    }
}
