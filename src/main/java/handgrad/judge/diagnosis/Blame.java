package handgrad.judge.diagnosis;

import handgrad.Named;
import handgrad.network.Batch;
import handgrad.network.Network;
import handgrad.network.Parameters;
import handgrad.network.Rows;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.SingularValueDecomposition;

/**
 * In which layers a gradient goes wrong, so that a mistake upstream is not blamed on the layers below. From a layer's
 * gradient {@code dW = a^T delta}, {@code db = 1^T delta} follows the delta that it was made with, if there are at most
 * {@code nIn + 1} samples; from that delta the gradient that the layer below should have. A layer that has just that is
 * right, given what came down to it.
 */
public final class Blame {
    private static final double SAME = 1e-6;

    private final Parameters theta;
    private final Network network;
    private final double[][][] z;
    private final double[][][] a;
    private final int n;

    private Blame(Parameters theta, Batch batch) {
        this.theta = theta;
        this.network = theta.network();
        this.n = batch.n();
        this.z = new double[network.depth()][][];
        this.a = new double[network.depth() + 1][][];
        a[0] = Rows.of(batch.x());
        for (int l = 0; l < network.depth(); l++) {
            forward(l);
        }
    }

    /** What can be said of one layer. */
    public enum Layer implements Named {
        /** Its gradient is right. */
        RIGHT("right"),
        /** Its gradient is wrong, and just what follows from the wrong delta of the layer above. */
        FOLLOWS("right, given the delta from above"),
        /** Its gradient is wrong, and does not follow from the layer above. */
        WRONG("wrong"),
        /** Its gradient is wrong, and there are too many samples to tell what came from above. */
        UNKNOWN("wrong, or right given the delta from above");

        private final String id;

        Layer(String id) {
            this.id = id;
        }

        @Override
        public String id() {
            return id;
        }
    }

    /** What can be said of each layer of a wrong gradient; {@code right} are the layers in which nothing is wrong. */
    public static List<Layer> of(Parameters theta, Batch batch, Parameters claim, Set<Integer> right) {
        var blame = new Blame(theta, batch);
        var layers = new ArrayList<Layer>();
        for (int l = 0; l < theta.network().depth(); l++) {
            layers.add(blame.layer(l, claim, right));
        }
        return layers;
    }

    private void forward(int l) {
        double[] bias = theta.bias(l).toDoubleVector();
        z[l] = matrix(a[l]).multiply(matrix(Rows.of(theta.weights(l)))).getData();
        a[l + 1] = new double[n][];
        for (int s = 0; s < n; s++) {
            for (int j = 0; j < bias.length; j++) {
                z[l][s][j] += bias[j];
            }
            a[l + 1][s] = FaultyFunctions.activate(network.layer(l).activation(), z[l][s]);
        }
    }

    private static RealMatrix matrix(double[][] rows) {
        return new Array2DRowRealMatrix(rows, false);
    }

    private Layer layer(int l, Parameters claim, Set<Integer> right) {
        if (right.contains(l)) {
            return Layer.RIGHT;
        }
        if (l == network.depth() - 1 || right.contains(l + 1)) {
            return Layer.WRONG;
        }
        return impliedDelta(l + 1, claim)
                .map(delta -> follows(l, delta, claim) ? Layer.FOLLOWS : Layer.WRONG)
                .orElse(Layer.UNKNOWN);
    }

    /** The delta {@code [n, nOut]} that solves {@code [a 1]^T delta = [dW; db]}, where there is exactly one. */
    private Optional<RealMatrix> impliedDelta(int l, Parameters claim) {
        int nIn = network.layer(l).nIn();
        if (n > nIn + 1) {
            return Optional.empty();
        }
        RealMatrix inputs = new Array2DRowRealMatrix(nIn + 1, n);
        for (int s = 0; s < n; s++) {
            for (int i = 0; i < nIn; i++) {
                inputs.setEntry(i, s, a[l][s][i]);
            }
            inputs.setEntry(nIn, s, 1);
        }
        var decomposition = new SingularValueDecomposition(inputs);
        if (decomposition.getRank() < n || decomposition.getConditionNumber() > 1 / SAME) {
            return Optional.empty();
        }
        RealMatrix made = new Array2DRowRealMatrix(nIn + 1, network.layer(l).nOut());
        made.setSubMatrix(Rows.of(claim.weights(l)), 0, 0);
        made.setRow(nIn, claim.bias(l).toDoubleVector());
        return Optional.of(decomposition.getSolver().solve(made));
    }

    private boolean follows(int l, RealMatrix deltaAbove, Parameters claim) {
        double[][] delta = deltaAbove
                .multiply(matrix(Rows.of(theta.weights(l + 1))).transpose())
                .getData();
        var functions = new FaultyFunctions(network, new Faults(List.of()));
        for (int s = 0; s < n; s++) {
            delta[s] = functions.timesSlope(l, z[l][s], a[l + 1][s], delta[s]);
        }
        RealMatrix weights = matrix(a[l]).transpose().multiply(matrix(delta));
        double[] ones = new double[n];
        Arrays.fill(ones, 1);
        RealMatrix bias = matrix(new double[][] {matrix(delta).preMultiply(ones)});
        double scale = Math.max(Math.max(largest(weights), largest(bias)), Double.MIN_NORMAL);
        RealMatrix claimedBias = matrix(new double[][] {claim.bias(l).toDoubleVector()});
        return largest(weights.subtract(matrix(Rows.of(claim.weights(l))))) <= SAME * scale
                && largest(bias.subtract(claimedBias)) <= SAME * scale;
    }

    private static double largest(RealMatrix matrix) {
        double largest = 0;
        for (double[] row : matrix.getData()) {
            for (double value : row) {
                largest = Math.max(largest, Math.abs(value));
            }
        }
        return largest;
    }
}
