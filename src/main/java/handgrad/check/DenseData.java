package handgrad.check;

import handgrad.InputException;
import handgrad.network.Block;
import handgrad.network.Network;
import handgrad.network.Point;
import handgrad.network.Samples;
import java.util.List;

/** A dense network at a point, with the gradients that are claimed; the batch is still to be given. */
public final class DenseData {
    private final Point theta;
    private final Point claimed;

    DenseData(Network network, List<DenseLayer> layers, List<LayerGradient> gradients) {
        if (gradients.size() != layers.size()) {
            throw new AssertionError("the gradient is of %d layers, expected one for each of %d"
                    .formatted(gradients.size(), layers.size()));
        }
        double[] parameters = new double[network.size()];
        double[] values = new double[network.size()];
        for (Block block : network.blocks()) {
            DenseLayer layer = layers.get(block.layer());
            LayerGradient gradient = gradients.get(block.layer());
            put(block.symbol(), block, parameters, block.isWeight() ? layer.w() : new double[][] {layer.b()});
            put(
                    "the gradient of " + block.symbol(),
                    block,
                    values,
                    block.isWeight() ? gradient.dW() : new double[][] {gradient.db()});
        }
        for (int l = 0; l < layers.size(); l++) {
            if (layers.get(l).b().length == 0 && gradients.get(l).db().length > 0) {
                throw new AssertionError("the gradient of b%d has %d numbers, expected none: the layer has no bias"
                        .formatted(l + 1, gradients.get(l).db().length));
            }
        }
        this.theta = new Point(network, parameters);
        this.claimed = new Point(network, values);
    }

    private static void put(String name, Block block, double[] flat, double[]... rows) {
        Claimed.check(name, block, rows);
        for (int row = 0; row < block.rows(); row++) {
            for (int column = 0; column < block.columns(); column++) {
                flat[block.index(row, column)] = rows[row][column];
            }
        }
    }

    /**
     * The batch on which the gradient was computed, a sample a row.
     *
     * @param x {@code [n, nIn]}
     * @param t {@code [n, nOut]}, the targets
     * @throws InputException if they do not fit each other or the network
     */
    public DenseAssert on(double[][] x, double[][] t) {
        if (x.length != t.length || x.length == 0) {
            throw new InputException(
                    "%d samples with %d targets: expected as many, and at least one".formatted(x.length, t.length));
        }
        for (int s = 0; s < x.length; s++) {
            width("sample", s, x[s], theta.network().nIn());
            width("target", s, t[s], theta.network().nOut());
        }
        return new DenseAssert(theta, new Samples(x, t), claimed);
    }

    private static void width(String what, int s, double[] row, int expected) {
        if (row.length != expected) {
            throw new InputException("%s %d has %d numbers: expected %d".formatted(what, s, row.length, expected));
        }
    }
}
