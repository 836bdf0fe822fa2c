package handgrad.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import handgrad.network.Address;
import handgrad.network.Network;
import handgrad.network.Penalty;
import handgrad.network.Point;
import handgrad.network.Precision;
import handgrad.network.Reduction;
import handgrad.network.Samples;
import handgrad.network.function.Activation;
import handgrad.network.function.activation.Identity;
import handgrad.network.function.activation.Relu;
import handgrad.network.function.loss.HalfSquaredError;
import handgrad.testing.Bent;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Two units z = 2 x - 6 that both stand at their kink at x = 3, and not at x = 4, under y = 2 a_1 + 3 a_2 and the mean of 1/2 (y - t)^2.
 * At x = 3 y = 0 and delta = -4, so that dL/dz = (-8, -12) times the slopes. At x = 4, a = (2, 2), y = 10 and delta = 3: dL/dV = (6, 6),
 * dL/dz = (6, 9). A penalty of w^2 / 10 adds w / 5 to each weight's gradient.
 */
class SidesTest {
    private static final Penalty PENALTY = new Penalty(0, 0.1, false);
    private static final Samples SAMPLES = new Samples(new double[][] {{3}, {4}}, new double[][] {{4}, {7}});

    private static Network network(Activation f) {
        return Network.dense(1, List.of(2), 1, f, new Identity(), new HalfSquaredError(), Reduction.MEAN);
    }

    private static double[] gradient(double slope, double other) {
        return new double[] {
            12 - 12 * slope + 0.4, 18 - 18 * other + 0.4, 3 - 4 * slope, 4.5 - 6 * other, 3 + 0.4, 3 + 0.6, -0.5
        };
    }

    private static Judge judge(Network network, Precision precision) {
        var theta = new Point(network, new double[] {2, 2, -6, -6, 2, 3, 0});
        return new Judge(theta, SAMPLES, precision, PENALTY);
    }

    private static boolean passes(Network network, double[] gradient, Precision precision) {
        return judge(network, precision).judge(new Point(network, gradient)).passes();
    }

    /** The mean of 1/2 4^2 and 1/2 3^2, and 1/10 of 2^2 + 2^2 + 2^2 + 3^2. */
    @Test
    void theLossIsTheMeanAndThePenalty() {
        assertThat(judge(network(new Relu()), Precision.DOUBLE).loss()).isCloseTo(6.25 + 2.1, within(1e-14));
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "0, 0.5", "0, 1", "0.5, 0", "0.5, 0.5", "0.5, 1", "1, 0", "1, 0.5", "1, 1"})
    void eachUnitTakesASideOfItsOwn(double slope, double other) {
        var network = network(new Relu());
        assertThat(passes(network, gradient(slope, other), Precision.DOUBLE)).isTrue();
        for (int i = 0; i < network.size(); i++) {
            double[] wrong = gradient(slope, other);
            wrong[i] += 1e-11;
            assertThat(passes(network, wrong, Precision.DOUBLE)).isFalse();
            // A ten-thousandth of the layer's largest entry is within no rounding of single precision; 1e-11 is nothing
            // there.
            assertThat(passes(network, wrong, Precision.FLOAT)).isTrue();
            wrong[i] += 2e-3;
            assertThat(passes(network, wrong, Precision.FLOAT)).isFalse();
        }
    }

    /** What an entry may be off by besides rounding, it may on each side; and half of what rounding may make of a mean of 200 samples. */
    @Test
    void whatIsWithinTheToleranceIsRightOnEachSide() {
        var network = network(new Relu());
        var allowance = new Allowance(Set.copyOf(network.blocks()), new double[] {0, 1e-3, 0, 0, 0, 0, 0});
        double[] gradient = gradient(1, 0.5);
        gradient[1] += 0.9e-3;
        Judge judge = judge(network, Precision.DOUBLE);
        assertThat(judge.judge(new Point(network, gradient), allowance).passes())
                .isTrue();
        gradient[1] += 0.2e-3;
        assertThat(judge.judge(new Point(network, gradient), allowance).passes())
                .isFalse();

        double[][] x = new double[200][];
        double[][] t = new double[200][];
        for (int s = 0; s < 200; s++) {
            x[s] = SAMPLES.x()[s % 2];
            t[s] = SAMPLES.y()[s % 2];
        }
        var theta = new Point(network, new double[] {2, 2, -6, -6, 2, 3, 0});
        var many = new Judge(theta, new Samples(x, t), Precision.DOUBLE, PENALTY);
        double[] off = gradient(1, 0);
        for (int i = 0; i < off.length; i++) {
            off[i] += (i % 2 == 0 ? 0.5 : -0.5) * many.tolerance(address(network, i));
        }
        assertThat(many.judge(new Point(network, off)).passes()).isTrue();
    }

    private static Address address(Network network, int i) {
        return network.blocks().stream()
                .filter(block -> i < block.end())
                .findFirst()
                .orElseThrow()
                .address(i);
    }

    @ParameterizedTest
    @CsvSource({"0.25, 0.25", "0.25, 0", "0, 0.25", "1, 0.75", "-1, 1", "2, 2"})
    void thereIsNoSlopeButThatOfOneSideOrTheirMean(double slope, double other) {
        assertThat(passes(network(new Relu()), gradient(slope, other), Precision.DOUBLE))
                .isFalse();
    }

    /** One side has the slope 1, the other 1/4, their mean is 5/8, whether the definition asks for z, for -z, or for both. */
    @ParameterizedTest
    @ValueSource(doubles = {0.25, 1, 0.625})
    void aFunctionThatAsksForBothSidesTakesOne(double slope) {
        assertThat(passes(network(new Bent()), gradient(slope, slope), Precision.DOUBLE))
                .isTrue();
        assertThat(passes(network(new Bent()), gradient(slope, 1), Precision.DOUBLE))
                .isTrue();
        assertThat(passes(network(new Bent()), gradient(slope, 0), Precision.DOUBLE))
                .isFalse();
        assertThat(passes(network(new Bent()), gradient(slope, 1.25), Precision.DOUBLE))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY})
    void whatIsNotFiniteIsOnNoSide(double value) {
        for (int i = 0; i < 7; i++) {
            double[] gradient = gradient(1, 0);
            gradient[i] = value;
            assertThat(passes(network(new Relu()), gradient, Precision.DOUBLE)).isFalse();
        }
    }
}
