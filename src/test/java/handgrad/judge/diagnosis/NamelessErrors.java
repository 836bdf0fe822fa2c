package handgrad.judge.diagnosis;

import handgrad.network.Block;
import handgrad.network.Point;
import java.util.LinkedHashMap;
import java.util.Map;

/** Wrong gradients that are no mistake of the list, and those that lenient checkers let pass. */
final class NamelessErrors {
    private NamelessErrors() {}

    /** By a description. */
    static Map<String, Point> gradients(MatrixCase given, Point right) {
        var gradients = new LinkedHashMap<String, Point>();
        double[] g = right.values();
        gradients.put("all entries zero", point(given, new double[g.length]));
        gradients.put("entries of each weight matrix moved on by one", point(given, moved(given, g)));
        gradients.put("rows of each weight matrix in reverse order", point(given, reversed(given, g)));
        gradients.put("largest entry 1e-4 too large", point(given, largestTimes(g, 1 + 1e-4)));
        gradients.put("largest entry 1e-8 too large", point(given, largestTimes(g, 1 + 1e-8)));
        return gradients;
    }

    private static Point point(MatrixCase given, double[] values) {
        return new Point(given.network(), values);
    }

    private static double[] moved(MatrixCase given, double[] right) {
        double[] g = right.clone();
        for (Block block : given.network().blocks()) {
            for (int i = 0; block.isWeight() && i < block.size(); i++) {
                g[block.offset() + (i + 1) % block.size()] = right[block.offset() + i];
            }
        }
        return g;
    }

    private static double[] reversed(MatrixCase given, double[] right) {
        double[] g = right.clone();
        for (Block block : given.network().blocks()) {
            for (int row = 0; block.isWeight() && row < block.rows(); row++) {
                for (int column = 0; column < block.columns(); column++) {
                    g[block.index(row, column)] = right[block.index(block.rows() - 1 - row, column)];
                }
            }
        }
        return g;
    }

    private static double[] largestTimes(double[] right, double factor) {
        double[] g = right.clone();
        int at = 0;
        for (int i = 0; i < g.length; i++) {
            at = Math.abs(g[i]) > Math.abs(g[at]) ? i : at;
        }
        g[at] *= factor;
        return g;
    }
}
