package handgrad.judge.diagnosis;

import handgrad.network.Block;
import handgrad.network.Network;
import handgrad.network.Point;

/** A gradient as a program in NumPy has it: a matrix and a vector a layer. */
final class MatrixGradient {
    private final double[][][] weights;
    private final double[][] bias;

    MatrixGradient(double[][][] weights, double[][] bias) {
        this.weights = weights;
        this.bias = bias;
    }

    /** {@code dL/dW^l [nIn, nOut]} at index l. */
    double[][][] weights() {
        return weights;
    }

    /** {@code dL/db^l [nOut]} at index l. */
    double[][] bias() {
        return bias;
    }

    /** As a point in parameter space. */
    Point in(Network network) {
        double[] flat = new double[network.size()];
        for (Block block : network.blocks()) {
            for (int row = 0; row < block.rows(); row++) {
                for (int column = 0; column < block.columns(); column++) {
                    flat[block.index(row, column)] =
                            !block.isWeight() ? bias[block.layer()][column] : weights[block.layer()][row][column];
                }
            }
        }
        return new Point(network, flat);
    }
}
