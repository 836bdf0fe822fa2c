package handgrad.input.claim;

import handgrad.network.Network;
import handgrad.network.Samples;

/** The samples of a case, and everything that has a row for each. */
record SampleReader(JsonFields root, Layout layout, Network network) {
    Samples samples() {
        double[][] x = inputs();
        int n = x.length;
        if (root.has("upstream")) {
            return new Samples(x, rows(root.field("upstream"), n, network.nOut(), "nOut"));
        }
        JsonFields y = root.field("y");
        return new Samples(x, isClasses(y, n) ? classes(y, n) : rows(y, n, network.nOut(), "nOut"));
    }

    /** A field with a row for each sample. */
    double[][] rows(JsonFields json, int n, int width, String name) {
        String expected = layout.turnsSamples()
                ? "samples are columns, [%s, n]".formatted(name)
                : "samples are rows, [n, %s]".formatted(name);
        return new Grid(json, layout.turnsSamples()).read(n, width, expected);
    }

    private double[][] inputs() {
        JsonFields x = root.field("x");
        var grid = new Grid(x, layout.turnsSamples());
        int nIn = network.nIn();
        if (grid.hasShape()) {
            return rows(x, grid.rows(), nIn, "nIn");
        }
        // One number a sample, or one sample.
        int n = nIn == 1 && x.depth() == 1 ? x.size() : 1;
        return rows(x, n, nIn, "nIn");
    }

    /** Several outputs, and one number a sample. */
    private boolean isClasses(JsonFields y, int n) {
        int nOut = network.nOut();
        if (nOut == 1) {
            return false;
        }
        if (y.depth() == 1) {
            return y.size() == n && !(n == 1 && nOut == y.size());
        }
        var grid = new Grid(y, layout.turnsSamples());
        return y.depth() == 2 && (grid.columns() == 1 && grid.rows() == n);
    }

    private double[][] classes(JsonFields y, int n) {
        int nOut = network.nOut();
        double[] given = new Grid(y, false).vector(n);
        double[][] targets = new double[n][nOut];
        for (int s = 0; s < n; s++) {
            if (given[s] != Math.rint(given[s]) || given[s] < 0 || given[s] >= nOut) {
                throw y.misshapen(
                        "expected a class of each sample, 0 to %d, or targets [n, nOut], found %s for sample %d"
                                .formatted(nOut - 1, given[s], s));
            }
            targets[s][(int) given[s]] = 1;
        }
        return targets;
    }
}
