package handgrad.engine.scalar;

import handgrad.network.Block;
import handgrad.network.Network;
import java.util.ArrayList;
import java.util.List;

/** The neurons of a network at one point: forward, loss, and backward, one sample at a time. */
final class NeuronNetwork {
    private final Network network;
    private final List<NeuronLayer> layers = new ArrayList<>();

    NeuronNetwork(Network network, double[] theta) {
        this.network = network;
        for (int l = 0; l < network.depth(); l++) {
            layers.add(new NeuronLayer(network.layer(l), network.blocks().get(2 * l), theta));
        }
    }

    double[] forward(double[] x) {
        double[] signal = x;
        for (NeuronLayer layer : layers) {
            signal = layer.forward(signal);
        }
        return signal;
    }

    /** What the neurons of a layer have said to the sample last seen. */
    double[] outputs(int l) {
        return layers.get(l).neurons().stream().mapToDouble(Neuron::output).toArray();
    }

    /** The loss of the sample last seen; the cross-entropies from {@code z}, so that they stay finite. */
    double loss(double[] t) {
        List<Neuron> outputs = layers.get(layers.size() - 1).neurons();
        double largest = outputs.stream().mapToDouble(Neuron::z).max().orElseThrow();
        double sum = outputs.stream()
                .mapToDouble(neuron -> Math.exp(neuron.z() - largest))
                .sum();
        double normaliser = largest + Math.log(sum);
        double loss = 0;
        for (int k = 0; k < t.length; k++) {
            double z = outputs.get(k).z();
            double error = outputs.get(k).output() - t[k];
            loss += switch (network.loss()) {
                case HALF_SQUARED_ERROR -> error * error / 2;
                case MEAN_SQUARED_ERROR -> error * error / t.length;
                case BINARY_CROSS_ENTROPY -> Math.max(z, 0) - z * t[k] + Math.log1p(Math.exp(-Math.abs(z)));
                case CROSS_ENTROPY -> t[k] * (normaliser - z);
            };
        }
        return loss;
    }

    /** Passes the blame for the sample last seen down, from the output to the first layer; {@code factor} weighs it. */
    void backward(double[] t, double factor) {
        NeuronLayer output = layers.get(layers.size() - 1);
        double[] blame = new double[t.length];
        double targets = 0;
        for (double target : t) {
            targets += target;
        }
        for (int k = 0; k < t.length; k++) {
            double y = output.neurons().get(k).output();
            blame[k] = factor
                    * switch (network.loss()) {
                        case HALF_SQUARED_ERROR, BINARY_CROSS_ENTROPY -> y - t[k];
                        case MEAN_SQUARED_ERROR -> 2 * (y - t[k]) / t.length;
                        case CROSS_ENTROPY -> y * targets - t[k];
                    };
        }
        switch (network.loss()) {
            case HALF_SQUARED_ERROR, MEAN_SQUARED_ERROR -> output.blameOutputs(blame);
            // f' has cancelled: this is dL/dz already.
            case BINARY_CROSS_ENTROPY, CROSS_ENTROPY -> output.blame(blame);
        }
        for (int l = layers.size() - 2; l >= 0; l--) {
            layers.get(l).blameOutputs(layers.get(l + 1).blameOfInputs());
        }
    }

    /** What the neurons remember, in the layout of the parameters. */
    double[] gradient() {
        double[] gradient = new double[network.size()];
        for (int l = 0; l < layers.size(); l++) {
            Block weights = network.blocks().get(2 * l);
            for (int j = 0; j < weights.columns(); j++) {
                Neuron neuron = layers.get(l).neurons().get(j);
                for (int i = 0; i < weights.rows(); i++) {
                    gradient[weights.index(i, j)] = neuron.weightGradient(i);
                }
                gradient[weights.end() + j] = neuron.biasGradient();
            }
        }
        return gradient;
    }
}
