package handgrad.judge.rounding;

import handgrad.network.Network;
import handgrad.network.layer.Layer;
import handgrad.network.layer.Theta;
import handgrad.network.number.Row;
import java.util.ArrayList;
import java.util.List;

/**
 * Forward and backward through a network by the derivatives by hand, on one part of the samples, with rows of some kind. What is
 * special to the kind is how a function is applied to z, and what its slope is.
 */
abstract class Walk {
    final Network network;
    final List<Theta<Row>> theta;
    /** What each layer is fed. */
    final List<List<Row>> inputs = new ArrayList<>();

    final List<List<Row>> sums = new ArrayList<>();
    final List<Row> t;
    private final List<Row> x;
    private List<Row> y = List.of();

    Walk(Network network, List<Theta<Row>> theta, List<Row> x, List<Row> t) {
        this.network = network;
        this.theta = theta;
        this.x = x;
        this.t = t;
    }

    /** {@code f(z)} of a layer on a sample. */
    abstract Row activated(int l, int sample, Row z);

    /** {@code dL/dz} of the output layer on a sample. */
    abstract Row outputDelta(int sample, Row z);

    /** {@code dL/dz} of a hidden layer on a sample from {@code dL/da}. */
    abstract Row timesSlope(int l, int sample, Row z, Row dA);

    /** Takes {@code dL/dtheta} of a layer. */
    abstract void take(int l, Theta<Row> gradient);

    final void forward() {
        List<Row> a = x;
        for (int l = 0; l < network.depth(); l++) {
            inputs.add(a);
            List<Row> z = network.layer(l).z(a, theta.get(l));
            sums.add(z);
            var outputs = new ArrayList<Row>();
            for (int sample = 0; sample < z.size(); sample++) {
                outputs.add(activated(l, sample, z.get(sample)));
            }
            a = outputs;
        }
        y = a;
    }

    /** What the last layer answers for each sample. */
    final List<Row> outputs() {
        return y;
    }

    final void backward() {
        List<Row> delta = outputDelta();
        for (int l = network.depth() - 1; l >= 0; l--) {
            take(l, gradient(l, delta));
            if (l > 0) {
                delta = below(l, delta);
            }
        }
    }

    final List<Row> outputDelta() {
        int last = network.depth() - 1;
        var delta = new ArrayList<Row>();
        for (int sample = 0; sample < t.size(); sample++) {
            delta.add(outputDelta(sample, sums.get(last).get(sample)));
        }
        return delta;
    }

    final Theta<Row> gradient(int l, List<Row> delta) {
        return network.layer(l).gradient(inputs.get(l), theta.get(l), delta);
    }

    /** {@code dL/dz} of the layer below. */
    final List<Row> below(int l, List<Row> delta) {
        Layer layer = network.layer(l);
        List<Row> dA = layer.below(inputs.get(l), theta.get(l), delta);
        var slopes = new ArrayList<Row>();
        for (int sample = 0; sample < dA.size(); sample++) {
            slopes.add(timesSlope(l - 1, sample, sums.get(l - 1).get(sample), dA.get(sample)));
        }
        return slopes;
    }
}
