package handgrad.judge.rounding;

import static org.assertj.core.api.Assertions.assertThat;

import handgrad.judge.oracle.ForwardMode;
import handgrad.network.Network;
import handgrad.network.Penalty;
import handgrad.network.Point;
import handgrad.network.Reduction;
import handgrad.network.Samples;
import handgrad.network.function.activation.Identity;
import handgrad.network.function.loss.HalfSquaredError;
import handgrad.testing.ReferenceCase;
import java.util.Arrays;
import java.util.List;
import org.assertj.core.data.Offset;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

/** Functions whose changes are known: a quarter more than they change is allowed. */
class SensitivityTest {
    private static final Percentage CLOSE = Percentage.withPercentage(1e-9);
    /** y = w x + b at w = 2, b = -1; x = 3, t = 4. */
    private static final Network LINE = line(1);

    private static final Point POINT = new Point(LINE, new double[] {2, -1});
    private static final Samples SAMPLE = new Samples(new double[][] {{3}}, new double[][] {{4}});

    private static Network line(int nIn) {
        return Network.dense(nIn, List.of(), 1, new Identity(), new Identity(), new HalfSquaredError(), Reduction.SUM);
    }

    private static double[] bound(Sensitivity.Computed computed, double... errors) {
        return Sensitivity.of(POINT, SAMPLE, errors, computed);
    }

    /** 3 w - 2 b + 5 x - 7 t moves by 3, 2, 5 and 7 times the errors; what they do together is no more. */
    @Test
    void changesOfSingleNumbersAddUp() {
        double[] bound = bound(
                (theta, samples) -> new double[] {
                    3 * theta.values()[0] - 2 * theta.values()[1] + 5 * samples.x()[0][0] - 7 * samples.y()[0][0], 17
                },
                0.5,
                0.25,
                0.125,
                1);
        assertThat(bound[0]).isCloseTo(1.25 * (1.5 + 0.5 + 0.625 + 7), CLOSE);
        assertThat(bound[1]).isZero();
    }

    /** w^2 is 4, and 6.25 or 2.25 half a unit away; (-b)^3 is 1, and 3.375 or 0.125. */
    @Test
    void theLargerOfBothChangesCounts() {
        assertThat(bound((theta, samples) -> new double[] {Math.pow(theta.values()[0], 2)}, 0.5, 0, 0, 0)[0])
                .isCloseTo(1.25 * 2.25, CLOSE);
        assertThat(bound((theta, samples) -> new double[] {Math.pow(-theta.values()[1], 3)}, 0, 0.5, 0, 0)[0])
                .isCloseTo(1.25 * 2.375, CLOSE);
        assertThat(bound((theta, samples) -> new double[] {-Math.pow(theta.values()[0], 2)}, 0.5, 0, 0, 0)[0])
                .isCloseTo(1.25 * 2.25, CLOSE);
    }

    /** Twelve times (p - 1)^2, which is 1 at 0, 1/4 half a unit above and 9/4 below: no random corner has all of them below. */
    @Test
    void everyNumberIsMovedBothWays() {
        var network = line(11);
        var samples = new Samples(new double[1][11], new double[1][1]);
        double[] errors = new double[24];
        Arrays.fill(errors, 0, 12, 0.5);
        double[] bound =
                Sensitivity.of(new Point(network, new double[12]), samples, errors, (theta, same) -> new double[] {
                    Arrays.stream(theta.values()).map(p -> (p - 1) * (p - 1)).sum()
                });
        assertThat(bound[0]).isCloseTo(1.25 * 12 * 1.25, CLOSE);
    }

    /** (w - 2) (t - 4) is 0 as long as one of them does not move: with both it is 1/8. */
    @Test
    void whatTheyDoTogetherCounts() {
        double[] bound = bound(
                (theta, samples) -> new double[] {(theta.values()[0] - 2) * (samples.y()[0][0] - 4)}, 0.5, 0, 0, 0.25);
        assertThat(bound[0]).isCloseTo(1.25 * 0.125, CLOSE);
    }

    /** The sum of 8,000 numbers, each off by 1 or -1 at random, has a standard deviation of sqrt(8000) = 89; six of these are 537. */
    @Test
    void ofManyNumbersSixSigmaAreTaken() {
        int n = 7998;
        var network = line(n);
        var point = new Point(network, new double[n + 1]);
        var samples = new Samples(new double[][] {new double[n]}, new double[][] {{0}});
        double[] errors = new double[2 * n + 2];
        Arrays.fill(errors, 0, n + 1, 1);
        double bound = Sensitivity.of(point, samples, errors, (theta, same) ->
                new double[] {Arrays.stream(theta.values()).sum()})[0];
        assertThat(bound).isBetween(0.7 * 1.25 * 537, 1.3 * 1.25 * 537);
    }

    /** y = 5: L = 1/2, dL/dw = 3, dL/db = 1; a penalty of w^2/10 adds 0.4 to the loss and to dL/dw. */
    @Test
    void whatIsComputedIsRight() {
        var penalty = new Penalty(0, 0.1, false);
        assertThat(Sensitivity.GRADIENT.at(POINT, SAMPLE)).containsExactly(3, 1);
        assertThat(Sensitivity.gradient(penalty).at(POINT, SAMPLE)).containsExactly(3.4, 1);
        assertThat(Sensitivity.loss(penalty).at(POINT, SAMPLE)).containsExactly(0.9);
        assertThat(Sensitivity.activations(0).at(POINT, SAMPLE)).containsExactly(5);
    }

    /** Of several layers and samples, and of their mean, it is the oracle's. */
    @Test
    void theGradientIsTheOracles() {
        var reference = ReferenceCase.named("deep-mixed");
        double[] oracle =
                ForwardMode.gradient(reference.point(), reference.samples()).values();
        assertThat(Sensitivity.GRADIENT.at(reference.point(), reference.samples()))
                .containsExactly(oracle, Offset.offset(1e-12));
    }
}
