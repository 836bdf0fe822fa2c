package handgrad.engine.scalar;

import handgrad.network.Activation;
import handgrad.network.Block;
import handgrad.network.Layer;
import java.util.ArrayList;
import java.util.List;

/** A layer of neurons that see the same inputs. */
final class NeuronLayer {
    private final Activation activation;
    private final int nIn;
    private final List<Neuron> neurons = new ArrayList<>();

    NeuronLayer(Layer layer, Block weights, double[] theta) {
        this.activation = layer.activation();
        this.nIn = layer.nIn();
        for (int j = 0; j < layer.nOut(); j++) {
            double[] own = new double[nIn];
            for (int i = 0; i < nIn; i++) {
                own[i] = theta[weights.index(i, j)];
            }
            neurons.add(new Neuron(activation, own, theta[weights.end() + j]));
        }
    }

    List<Neuron> neurons() {
        return neurons;
    }

    /** The outputs for one sample. */
    double[] forward(double[] x) {
        neurons.forEach(neuron -> neuron.weightedSum(x));
        if (activation == Activation.SOFTMAX) {
            softmax();
        } else {
            neurons.forEach(Neuron::activate);
        }
        return neurons.stream().mapToDouble(Neuron::output).toArray();
    }

    private void softmax() {
        double largest = neurons.stream().mapToDouble(Neuron::z).max().orElseThrow();
        double sum = 0;
        for (Neuron neuron : neurons) {
            sum += Math.exp(neuron.z() - largest);
        }
        for (Neuron neuron : neurons) {
            neuron.setOutput(Math.exp(neuron.z() - largest) / sum);
        }
    }

    /** Tells each neuron {@code dL/dz}, given {@code dL/da} of its output. */
    void blameOutputs(double[] dLda) {
        double mean = 0;
        for (int j = 0; activation == Activation.SOFTMAX && j < dLda.length; j++) {
            mean += dLda[j] * neurons.get(j).output();
        }
        for (int j = 0; j < dLda.length; j++) {
            Neuron neuron = neurons.get(j);
            boolean whole = activation == Activation.SOFTMAX;
            neuron.blame(whole ? neuron.output() * (dLda[j] - mean) : dLda[j] * neuron.slope());
        }
    }

    /** Tells each neuron {@code dL/dz} itself. */
    void blame(double[] delta) {
        for (int j = 0; j < delta.length; j++) {
            neurons.get(j).blame(delta[j]);
        }
    }

    /** {@code dL/dx_i = sum_j delta_j w_ij}, after the neurons have been told. */
    double[] blameOfInputs() {
        double[] blame = new double[nIn];
        for (int i = 0; i < nIn; i++) {
            for (Neuron neuron : neurons) {
                blame[i] += neuron.blameOfInput(i);
            }
        }
        return blame;
    }
}
