package handgrad.train;

import handgrad.network.Network;
import handgrad.network.Rows;
import java.util.OptionalDouble;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The cross-entropies as textbooks write them, from {@code y} alone. They are what the engines compute from {@code z}, as
 * long as no output has rounded to 0 or 1: then {@code ln 0} is {@code -Infinity}, and {@code 0 ln 0} is NaN.
 */
final class TextbookLoss {
    private TextbookLoss() {}

    /** The reduced loss of outputs for targets, both {@code [n, nOut]}; empty for losses without a logarithm. */
    static OptionalDouble of(Network network, INDArray outputs, INDArray targets) {
        double[][] y = Rows.of(outputs);
        double[][] t = Rows.of(targets);
        double factor = network.reduction().factor(y.length);
        return switch (network.loss()) {
            case HALF_SQUARED_ERROR, MEAN_SQUARED_ERROR -> OptionalDouble.empty();
            case BINARY_CROSS_ENTROPY -> OptionalDouble.of(factor * binary(y, t));
            case CROSS_ENTROPY -> OptionalDouble.of(factor * categorical(y, t));
        };
    }

    private static double binary(double[][] y, double[][] t) {
        double sum = 0;
        for (int i = 0; i < y.length; i++) {
            for (int k = 0; k < y[i].length; k++) {
                sum -= t[i][k] * Math.log(y[i][k]) + (1 - t[i][k]) * Math.log(1 - y[i][k]);
            }
        }
        return sum;
    }

    private static double categorical(double[][] y, double[][] t) {
        double sum = 0;
        for (int i = 0; i < y.length; i++) {
            for (int k = 0; k < y[i].length; k++) {
                sum -= t[i][k] * Math.log(y[i][k]);
            }
        }
        return sum;
    }
}
