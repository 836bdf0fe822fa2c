package handgrad.network;

import handgrad.network.layer.Layer;
import handgrad.network.layer.Theta;
import handgrad.network.number.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Forward and backward through a network over rows of any kind, by the layers' definitions and their derivatives by hand.
 *
 * <pre>
 *   z^l = layer^l(a^(l-1))           a^l = f(z^l)              a^(-1) = x
 *   delta^L = dL/dz^L                delta^l = dL/da^l * f'(z^l)
 * </pre>
 *
 * <p>{@code L} is the sum of the samples' losses. What the hand engine does on arrays is the same; this is read by those who
 * want each number of it, its error, or its formula.
 *
 * @param theta the parameters, layer by layer
 */
public record ChainRule(Network network, List<Theta<Row>> theta) {
    /** What the forward pass leaves behind: for each layer what each sample is fed, its z and its a. */
    public record Forward(List<List<Row>> inputs, List<List<Row>> z, List<List<Row>> a) {
        /** {@code y} of each sample. */
        public List<Row> y() {
            return a.get(a.size() - 1);
        }
    }

    /** Computes every {@code a^l}. */
    public Forward forward(List<Row> x) {
        return forwardFrom(0, x);
    }

    /** The same from a layer on, given what that layer is fed. */
    public Forward forwardFrom(int first, List<Row> input) {
        var inputs = new ArrayList<List<Row>>();
        var sums = new ArrayList<List<Row>>();
        var outputs = new ArrayList<List<Row>>();
        List<Row> a = input;
        for (int l = first; l < network.depth(); l++) {
            inputs.add(a);
            List<Row> z = network.layer(l).z(a, theta.get(l));
            a = activate(l, z);
            sums.add(z);
            outputs.add(a);
        }
        return new Forward(inputs, sums, outputs);
    }

    /** {@code a^l = f(z^l)} of each sample. */
    public List<Row> activate(int l, List<Row> z) {
        return z.stream().map(network.layer(l).activation()::of).toList();
    }

    /** What each output of each sample adds to the loss. */
    public List<Row> loss(Forward forward, List<Row> t) {
        List<Row> z = forward.z.get(forward.z.size() - 1);
        return IntStream.range(0, t.size())
                .mapToObj(s -> network.loss().of(z.get(s), forward.y().get(s), t.get(s)))
                .toList();
    }

    /** {@code dL/dtheta}, layer by layer, each sample's part multiplied by {@code factor}. */
    public List<Theta<Row>> backward(Forward forward, List<Row> t, double factor) {
        int last = network.depth() - 1;
        var gradient = new ArrayList<Theta<Row>>();
        List<Row> delta = outputDelta(forward, t, factor);
        for (int l = last; l >= 0; l--) {
            Layer layer = network.layer(l);
            List<Row> input = forward.inputs.get(l);
            gradient.add(0, layer.gradient(input, theta.get(l), delta));
            if (l > 0) {
                // The chain rule: what reaches a^(l-1) through layer l, then through f.
                List<Row> dA = layer.below(input, theta.get(l), delta);
                delta = timesSlope(l - 1, dA, forward);
            }
        }
        return gradient;
    }

    private List<Row> outputDelta(Forward forward, List<Row> t, double factor) {
        int last = network.depth() - 1;
        List<Row> z = forward.z.get(last);
        List<Row> y = forward.y();
        return IntStream.range(0, t.size())
                .mapToObj(s -> network.loss()
                        .delta(network.layer(last).activation(), z.get(s), y.get(s), t.get(s))
                        .times(factor))
                .toList();
    }

    private List<Row> timesSlope(int l, List<Row> dA, Forward forward) {
        return IntStream.range(0, dA.size())
                .mapToObj(s -> network.layer(l)
                        .activation()
                        .timesSlope(
                                dA.get(s),
                                forward.z.get(l).get(s),
                                forward.a.get(l).get(s)))
                .toList();
    }
}
