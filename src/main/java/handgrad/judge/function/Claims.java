package handgrad.judge.function;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Claimed gradients by the place of their tensor in the point.
 *
 * @param byTensor null for a tensor that is not differentiated
 * @param differentiated the places of those that are
 */
record Claims(List<double[]> byTensor, List<Integer> differentiated) {
    /** @throws IllegalArgumentException if the gradients are not as many, or not as large, as the differentiated tensors */
    static Claims at(List<Tensor> point, List<double[]> gradients) {
        List<Integer> places = IntStream.range(0, point.size())
                .filter(k -> point.get(k).differentiated())
                .boxed()
                .toList();
        if (gradients.size() != places.size()) {
            throw new IllegalArgumentException(
                    "%d tensors are differentiated but %d gradients came".formatted(places.size(), gradients.size()));
        }
        double[][] byTensor = new double[point.size()][];
        for (int i = 0; i < places.size(); i++) {
            Tensor tensor = point.get(places.get(i));
            Shapes.check("the gradient of " + tensor.name(), tensor.shape(), gradients.get(i));
            byTensor[places.get(i)] = gradients.get(i).clone();
        }
        return new Claims(Arrays.asList(byTensor), places);
    }

    double[] of(int tensor) {
        return byTensor.get(tensor);
    }
}
