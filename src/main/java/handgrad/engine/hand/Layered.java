package handgrad.engine.hand;

import handgrad.network.Parameters;
import java.util.List;
import java.util.stream.IntStream;

/** The weights and biases of a point, layer by layer, as a form of the arithmetic sees them. */
record Layered<M>(List<M> weights, List<M> biases) {
    static <M> Layered<M> of(Parameters point, Arithmetic<M> arithmetic) {
        int depth = point.network().depth();
        return new Layered<>(
                IntStream.range(0, depth)
                        .mapToObj(l -> arithmetic.view(point.weights(l)))
                        .toList(),
                IntStream.range(0, depth)
                        .mapToObj(l -> arithmetic.view(point.bias(l)))
                        .toList());
    }

    M weights(int l) {
        return weights.get(l);
    }

    M bias(int l) {
        return biases.get(l);
    }
}
