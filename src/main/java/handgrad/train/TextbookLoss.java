package handgrad.train;

import handgrad.engine.Rows;
import handgrad.network.Network;
import handgrad.network.number.Plain;
import handgrad.network.number.Row;
import java.util.Optional;
import java.util.OptionalDouble;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A loss as textbooks write it, from {@code y} alone. It is what the engines compute from {@code z}, as
 * long as no output has rounded to 0 or 1: then {@code ln 0} is {@code -Infinity}, and {@code 0 ln 0} is NaN.
 */
final class TextbookLoss {
    private TextbookLoss() {}

    /** The reduced loss of outputs for targets, both {@code [n, nOut]}; empty where that is how it is computed. */
    static OptionalDouble of(Network network, INDArray outputs, INDArray targets) {
        double[][] y = Rows.of(outputs);
        double[][] t = Rows.of(targets);
        double sum = 0;
        for (int i = 0; i < y.length; i++) {
            Optional<Row> terms = network.loss().textbook(Plain.of(y[i]), Plain.of(t[i]));
            if (terms.isEmpty()) {
                return OptionalDouble.empty();
            }
            sum += ((Plain) terms.get().sum()).value(0);
        }
        return OptionalDouble.of(network.reduction().factor(y.length) * sum);
    }
}
