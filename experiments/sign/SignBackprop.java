package sign;

import handgrad.engine.Batch;
import handgrad.engine.Parameters;
import handgrad.input.userclass.HandGradient;
import handgrad.network.Network;
import java.util.stream.IntStream;

/**
 * Backpropagation through 1-h-1 sigmoid neurons with the mean of half the squared error, and with one fault.
 *
 * <pre>
 *   a_i = f(x w1_i + b1_i)             y = f(sum_i a_i w2_i + b2)
 *   delta2 = (y - t) f'(z2)            delta1_i = delta2 w2_i f'(z1_i)
 *   dL/dw2_i = a_i delta2              dL/dw1_i = x delta1_i
 * </pre>
 */
record SignBackprop(SignFault fault) implements HandGradient {
    @Override
    public Parameters gradient(Network network, Parameters parameters, Batch batch) {
        var gradient = Parameters.zeros(network, parameters.dataType());
        double[] x = batch.x().toDoubleVector();
        double[] t = batch.y().toDoubleVector();
        for (int s = 0; s < x.length; s++) {
            addSample(parameters, x[s], t[s], gradient);
        }
        gradient.vector().divi(batch.n());
        return gradient;
    }

    private void addSample(Parameters theta, double x, double t, Parameters gradient) {
        double[] w2 = theta.weights(1).toDoubleVector();
        double[] z1 = hiddenSums(theta, x);
        double[] a = IntStream.range(0, w2.length)
                .mapToDouble(i -> activation(z1[i]))
                .toArray();
        double[] z2 = outputSums(a, w2, theta.bias(1).getDouble(0));
        for (int i = 0; i < w2.length; i++) {
            double delta2 = (activation(z2[i]) - t) * slope(z2[i]);
            double delta1 = delta2 * w2[i] * slope(z1[i]);
            double update2 = a[i] * delta2;
            add(gradient, 0, i, fault == SignFault.SAME_UPDATE ? update2 : x * delta1, delta1);
            // One output has one delta, whatever the number of hidden neurons; kept apart, there are as many.
            boolean another = fault == SignFault.ELEMENTWISE_PRODUCT || i == 0;
            gradient.weights(1).putScalar(i, 0, gradient.weights(1).getDouble(i, 0) + update2);
            addBias(gradient, 1, 0, another ? delta2 : 0);
        }
    }

    private double[] hiddenSums(Parameters theta, double x) {
        double[] w1 = theta.weights(0).toDoubleVector();
        double[] b1 = theta.bias(0).toDoubleVector();
        return switch (fault) {
            case NO_FORWARD_PASS -> new double[w1.length];
            case NO_BIAS, ELEMENTWISE_PRODUCT, SAME_UPDATE ->
                IntStream.range(0, w1.length)
                        .mapToDouble(i -> x * w1[i] + b1[i])
                        .toArray();
        };
    }

    /** The output's sum, as each hidden neuron is told it. */
    private double[] outputSums(double[] a, double[] w2, double b2) {
        double sum =
                b2 + IntStream.range(0, a.length).mapToDouble(i -> a[i] * w2[i]).sum();
        return IntStream.range(0, a.length)
                .mapToDouble(i -> switch (fault) {
                    case NO_FORWARD_PASS -> 0;
                    case ELEMENTWISE_PRODUCT -> a[i] * w2[i] + b2;
                    case NO_BIAS, SAME_UPDATE -> sum;
                })
                .toArray();
    }

    /** The arrays of activations hold zeros until a forward pass fills them. */
    private double activation(double z) {
        return fault == SignFault.NO_FORWARD_PASS ? 0 : sigmoid(z);
    }

    private static double sigmoid(double z) {
        return 1 / (1 + Math.exp(-z));
    }

    private static double slope(double z) {
        return sigmoid(z) * (1 - sigmoid(z));
    }

    private void add(Parameters gradient, int layer, int i, double weight, double bias) {
        gradient.weights(layer).putScalar(0, i, gradient.weights(layer).getDouble(0, i) + weight);
        addBias(gradient, layer, i, bias);
    }

    private void addBias(Parameters gradient, int layer, int i, double bias) {
        boolean kept = fault != SignFault.NO_BIAS;
        gradient.bias(layer).putScalar(i, gradient.bias(layer).getDouble(i) + (kept ? bias : 0));
    }
}
