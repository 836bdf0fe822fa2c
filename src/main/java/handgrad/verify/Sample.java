package handgrad.verify;

/** The forward pass of one sample through the plain definition: {@code z} and the inputs of every layer. */
final class Sample {
    private final double[][] inputs;
    private final double[][] z;

    Sample(PlainNetwork plain, double[] x) {
        int depth = plain.network().depth();
        this.inputs = new double[depth + 1][];
        this.z = new double[depth][];
        inputs[0] = x;
        for (int l = 0; l < depth; l++) {
            z[l] = plain.weightedSums(l, inputs[l]);
            inputs[l + 1] = PlainNetwork.activate(plain.network().layer(l).activation(), z[l]);
        }
    }

    /** {@code a^(l-1)}, what layer {@code l} is fed; {@code x} for layer 0. */
    double[] input(int l) {
        return inputs[l];
    }

    /** {@code z^l}. */
    double[] z(int l) {
        return z[l];
    }

    /** {@code a^l}. */
    double[] output(int l) {
        return inputs[l + 1];
    }
}
