package handgrad.train;

import static org.assertj.core.api.Assertions.assertThat;

import handgrad.network.Network;
import handgrad.network.Reduction;
import handgrad.network.function.Activation;
import handgrad.network.function.Loss;
import handgrad.network.function.activation.Sigmoid;
import handgrad.network.function.activation.Softmax;
import handgrad.network.function.loss.BinaryCrossEntropy;
import handgrad.network.function.loss.CrossEntropy;
import handgrad.network.function.loss.HalfSquaredError;
import java.util.List;
import java.util.OptionalDouble;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.factory.Nd4j;

/** The cross-entropies from the outputs alone. */
class TextbookLossTest {
    private static OptionalDouble loss(Activation output, Loss loss, Reduction reduction, double[][] y, double[][] t) {
        var network = Network.dense(2, List.of(), t[0].length, new Sigmoid(), output, loss, reduction);
        return TextbookLoss.of(network, Nd4j.createFromArray(y), Nd4j.createFromArray(t));
    }

    /** {@code -ln 0.8 - ln (1 - 0.4)} for one sample; the mean of that and of {@code -ln 0.5 - ln (1 - 0.5)}. */
    @Test
    void binary() {
        double[][] y = {{0.8, 0.4}, {0.5, 0.5}};
        double[][] t = {{1, 0}, {1, 0}};
        double expected = (-Math.log(0.8) - Math.log(0.6) + 2 * Math.log(2)) / 2;
        assertThat(loss(new Sigmoid(), new BinaryCrossEntropy(), Reduction.MEAN, y, t)
                        .orElseThrow())
                .isCloseTo(expected, Offset.offset(1e-15));
    }

    /** {@code -ln 0.2 - ln 0.7}. */
    @Test
    void categorical() {
        double[][] y = {{0.8, 0.2}, {0.7, 0.3}};
        double[][] t = {{0, 1}, {1, 0}};
        assertThat(loss(new Softmax(), new CrossEntropy(), Reduction.SUM, y, t).orElseThrow())
                .isCloseTo(-Math.log(0.2) - Math.log(0.7), Offset.offset(1e-15));
    }

    /** A right answer that has rounded to 1 makes {@code 0 ln 0}, which is NaN; a wrong one {@code -ln 0}. */
    @Test
    void outputsThatHaveRoundedLoseIt() {
        double[][] one = {{1}};
        double[][] zero = {{0}};
        assertThat(loss(new Sigmoid(), new BinaryCrossEntropy(), Reduction.SUM, one, one))
                .hasValue(Double.NaN);
        double[][] surelyWrong = {{0, 1}};
        double[][] target = {{1, 0}};
        assertThat(loss(new Softmax(), new CrossEntropy(), Reduction.SUM, surelyWrong, target))
                .as("-(1 ln 0 + 0 ln 1)")
                .hasValue(Double.POSITIVE_INFINITY);
        assertThat(loss(new Sigmoid(), new HalfSquaredError(), Reduction.SUM, one, zero))
                .isEmpty();
    }
}
