package handgrad.judge.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import handgrad.network.Network;
import handgrad.network.Point;
import handgrad.network.Reduction;
import handgrad.network.Samples;
import handgrad.network.function.activation.Identity;
import handgrad.network.function.loss.HalfSquaredError;
import handgrad.testing.ReferenceCase;
import java.util.List;
import org.assertj.core.data.Offset;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The oracle that knows the loss only, against gradients that come from elsewhere. */
class CentralDifferencesTest {
    static List<ReferenceCase> references() {
        return ReferenceCase.all();
    }

    /** Two roads to the same numbers that share no code: PyTorch's automatic differentiation, and differences here. */
    @ParameterizedTest
    @MethodSource("references")
    void areWithinTheirUncertaintyOfPyTorchsGradient(ReferenceCase reference) {
        double[] found = CentralDifferences.gradient(reference.point(), reference.samples())
                .values();
        double[] expected = reference.gradient().toArray();
        double uncertainty = CentralDifferences.uncertainty(reference.loss());
        assertThat(found).containsExactly(expected, Offset.offset(uncertainty));
    }

    @ParameterizedTest
    @MethodSource("references")
    void theLossThatTheyDifferentiateIsPyTorchs(ReferenceCase reference) {
        double loss = PlainLoss.of(reference.point(), reference.samples());
        assertThat(loss).isCloseTo(reference.loss(), Percentage.withPercentage(1e-10));
    }

    /**
     * Three samples of y = w x + b with half squared error are a parabola in w and b, for which central differences are
     * exact but for rounding: w = 2, b = -1, x = 1, 2, 3, t = 0 gives y = 1, 3, 5, dL/dw = 1 + 6 + 15, dL/db = 1 + 3 + 5.
     */
    @Test
    void aParabolaIsDifferentiatedExactlyButForRounding() {
        assertThat(line(Reduction.SUM)).containsExactly(new double[] {22, 9}, Offset.offset(1e-9));
        assertThat(line(Reduction.MEAN)).containsExactly(new double[] {22 / 3.0, 3}, Offset.offset(1e-9));
    }

    private static double[] line(Reduction reduction) {
        var network = Network.dense(1, List.of(), 1, new Identity(), new Identity(), new HalfSquaredError(), reduction);
        var samples = new Samples(new double[][] {{1}, {2}, {3}}, new double[][] {{0}, {0}, {0}});
        return CentralDifferences.gradient(new Point(network, new double[] {2, -1}), samples)
                .values();
    }

    /**
     * With h = 2^(-52/3), about 6.06e-6: rounding 2^-52 / h and truncation h^2 are both 3.67e-11, 64 of each 4.7e-9; the
     * rounding term grows with the loss.
     */
    @Test
    void uncertaintyIsRoundingPlusTruncation() {
        assertThat(CentralDifferences.uncertainty(0)).isCloseTo(2 * 64 * 3.667e-11, Percentage.withPercentage(0.1));
        assertThat(CentralDifferences.uncertainty(-99)).isCloseTo(100 * 64 * 3.667e-11, Percentage.withPercentage(0.1));
    }

    @Test
    void changesNothing() {
        var reference = ReferenceCase.named("deep-mixed");
        var point = reference.point();
        double[] theta = point.values().clone();
        CentralDifferences.gradient(point, reference.samples());
        assertThat(point.values()).containsExactly(theta);
    }
}
