package handgrad.judge.trace;

import handgrad.network.Network;

/** The values of one sample's way through a network, by layer: set once by the pass that computes them. */
record Quantities(
        Network network,
        double[] x,
        double[] t,
        double[][] z,
        double[][] a,
        double[][] dA,
        double[][] delta,
        double[] lossTerms,
        double[] gradient) {
    static Quantities room(Network network, double[] x, double[] t) {
        int depth = network.depth();
        return new Quantities(
                network,
                x,
                t,
                new double[depth][],
                new double[depth][],
                new double[depth][],
                new double[depth][],
                new double[network.nOut()],
                new double[network.size()]);
    }

    /** What layer l is fed. */
    double[] input(int l) {
        return l == 0 ? x : a[l - 1];
    }
}
