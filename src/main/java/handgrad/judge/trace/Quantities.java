package handgrad.judge.trace;

import handgrad.judge.trace.Expression.Symbol;
import handgrad.network.Activation;
import handgrad.network.Block;
import handgrad.network.Network;
import handgrad.network.Parameters;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * Every quantity of one sample's way through the network, by name and value. Values that a pass computes are set once, and
 * read by what comes after.
 */
final class Quantities {
    private final Network network;
    private final List<Block> blocks;
    private final double[] theta;
    private final double[] t;
    /** {@code [l]} is what layer l is fed, {@code [l + 1]} what it answers. */
    private final double[][] a;

    private final double[][] z;
    private final double[][] da;
    private final double[][] delta;
    private final double[] lossTerms;

    Quantities(Parameters parameters, double[] x, double[] t) {
        this.network = parameters.network();
        this.blocks = network.blocks();
        this.theta = parameters.toArray();
        this.t = t.clone();
        int depth = network.depth();
        this.a = new double[depth + 1][];
        this.z = new double[depth][];
        this.da = new double[depth][];
        this.delta = new double[depth][];
        this.lossTerms = new double[network.nOut()];
        a[0] = x.clone();
        for (int l = 0; l < depth; l++) {
            int nOut = network.layer(l).nOut();
            a[l + 1] = new double[nOut];
            z[l] = new double[nOut];
            da[l] = new double[nOut];
            delta[l] = new double[nOut];
        }
    }

    Network network() {
        return network;
    }

    Activation activation(int l) {
        return network.layer(l).activation();
    }

    int nIn(int l) {
        return network.layer(l).nIn();
    }

    int nOut(int l) {
        return network.layer(l).nOut();
    }

    /** The layer whose outputs are {@code y}. */
    int last() {
        return network.depth() - 1;
    }

    Symbol weight(int l, int i, int j) {
        return new Symbol("W^%d[%d,%d]".formatted(l, i, j), theta[weightIndex(l, i, j)]);
    }

    Symbol bias(int l, int j) {
        return new Symbol("b^%d[%d]".formatted(l, j), theta[biasIndex(l, j)]);
    }

    int weightIndex(int l, int i, int j) {
        return blocks.get(2 * l).index(i, j);
    }

    int biasIndex(int l, int j) {
        return blocks.get(2 * l + 1).index(0, j);
    }

    /** {@code a^(l-1)[i]}, or {@code x[i]} for layer 0. */
    Symbol input(int l, int i) {
        return l == 0 ? new Symbol("x[%d]".formatted(i), a[0][i]) : output(l - 1, i);
    }

    /** {@code a^l[j]}, or {@code y[j]} for the last layer. */
    Symbol output(int l, int j) {
        String name = l == last() ? "y[%d]".formatted(j) : "a^%d[%d]".formatted(l, j);
        return new Symbol(name, a[l + 1][j]);
    }

    Symbol target(int k) {
        return new Symbol("t[%d]".formatted(k), t[k]);
    }

    Symbol z(int l, int j) {
        return new Symbol("z^%d[%d]".formatted(l, j), z[l][j]);
    }

    /** {@code dL/da^l[j]}, or {@code dL/dy[j]}. */
    Symbol outputDerivative(int l, int j) {
        return new Symbol("dL/d" + output(l, j).name(), da[l][j]);
    }

    Symbol delta(int l, int j) {
        return new Symbol("delta^%d[%d]".formatted(l, j), delta[l][j]);
    }

    /** What output k adds to the loss. */
    Symbol lossTerm(int k) {
        return new Symbol("L[%d]".formatted(k), lossTerms[k]);
    }

    void setOutput(int l, int j, double value) {
        a[l + 1][j] = value;
    }

    void setZ(int l, int j, double value) {
        z[l][j] = value;
    }

    void setOutputDerivative(int l, int j, double value) {
        da[l][j] = value;
    }

    void setDelta(int l, int j, double value) {
        delta[l][j] = value;
    }

    void setLossTerm(int k, double value) {
        lossTerms[k] = value;
    }

    /** The same formula for each of {@code n} indices. */
    static List<Expression> each(int n, IntFunction<Expression> formula) {
        return IntStream.range(0, n).mapToObj(formula).toList();
    }
}
