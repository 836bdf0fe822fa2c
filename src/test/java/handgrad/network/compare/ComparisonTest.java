package handgrad.network.compare;

import static org.assertj.core.api.Assertions.assertThat;

import handgrad.engine.Parameters;
import handgrad.network.Network;
import handgrad.network.Reduction;
import handgrad.network.function.activation.Identity;
import handgrad.network.function.activation.Tanh;
import handgrad.network.function.loss.HalfSquaredError;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.buffer.DataType;

/** How far two points are apart, and where. */
class ComparisonTest {
    /** 2-2-1: 0_W at 0..3 in column order, 0_b at 4..5, 1_W at 6..7, 1_b at 8. */
    private static final Network NETWORK =
            Network.dense(2, List.of(2), 1, new Tanh(), new Identity(), new HalfSquaredError(), Reduction.SUM);

    private static Parameters point(double... values) {
        return Parameters.of(NETWORK, DataType.DOUBLE, values);
    }

    private static Comparison compare(double[] left, double[] right) {
        return Comparison.of(point(left), point(right));
    }

    /**
     * Layer 0 of the right is at most 8 in size (its bias), layer 1 at most 2. 0_W differs by 0.5 at index 2, which is row
     * 0 of column 1: 0.5 / 8. 1_W differs by 0.25 at index 7, row 1: 0.25 / 2, the largest.
     */
    @Test
    void differencesAreRelativeToTheLargestEntryOfTheLayerItsBiasIncluded() {
        var comparison =
                compare(new double[] {1, 2, 3.5, 4, 8, 0, 1, 2.25, 0}, new double[] {1, 2, 3, 4, 8, 0, 1, 2, 0});
        assertThat(comparison.blocks()).extracting(Difference::maxAbsolute).containsExactly(0.5, 0.0, 0.25, 0.0);
        assertThat(comparison.blocks()).extracting(Difference::maxRelative).containsExactly(0.0625, 0.0, 0.125, 0.0);
        assertThat(comparison.maxAbsolute()).isEqualTo(0.5);
        assertThat(comparison.maxRelative()).isEqualTo(0.125);
        assertThat(comparison.within(0.125)).isTrue();
        assertThat(comparison.within(Math.nextDown(0.125))).isFalse();
    }

    @Test
    void theWorstEntryHasAnAddressAndBothValues() {
        var comparison =
                compare(new double[] {1, 2, 3.5, 4, 8, 0, 1, 2.25, 0}, new double[] {1, 2, 3, 4, 8, 0, 1, 2, 0});
        assertThat(comparison.worst().worst().address()).hasToString("1_W[1,0]");
        assertThat(comparison.worst().worst().left()).isEqualTo(2.25);
        assertThat(comparison.worst().worst().right()).isEqualTo(2);
        assertThat(comparison.blocks().get(0).worst().address()).hasToString("0_W[0,1]");
        assertThat(comparison.blocks().get(0).worst().left()).isEqualTo(3.5);
    }

    /** cos of (3, 4) and (4, 3) is 24 / 25; of a vector and its opposite, -1. */
    @Test
    void theCosineTellsDirectionFromSize() {
        var comparison = compare(new double[] {3, 4, 0, 0, 1, 1, 5, 0, 0}, new double[] {4, 3, 0, 0, -2, -2, 50, 0, 0});
        assertThat(comparison.blocks().get(0).cosine()).isCloseTo(0.96, Offset.offset(1e-15));
        assertThat(comparison.blocks().get(1).cosine()).isCloseTo(-1, Offset.offset(1e-15));
        assertThat(comparison.blocks().get(2).cosine()).isCloseTo(1, Offset.offset(1e-15));
        assertThat(comparison.blocks().get(3).cosine()).as("both zero").isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void whatIsNotFiniteIsWithinNoTolerance(double lost) {
        double[] finite = {1, 2, 3, 4, 8, 0, 1, 2, 0};
        double[] broken = {1, 2, 3, lost, 8, 0, 100, 2, 0};
        for (var comparison : List.of(compare(broken, finite), compare(finite, broken), compare(broken, broken))) {
            assertThat(comparison.within(Double.POSITIVE_INFINITY)).isFalse();
            assertThat(comparison.maxRelative()).isNaN();
            assertThat(comparison.maxAbsolute()).isNaN();
            assertThat(comparison.worst().worst().address()).hasToString("0_W[1,1]");
        }
    }

    /** Two NaN later than a large difference: the first of the two is named. */
    @Test
    void theFirstEntryThatIsNotFiniteIsNamed() {
        var comparison = compare(
                new double[] {9, Double.NaN, Double.NaN, 0, 0, 0, 0, 0, 0}, new double[] {1, 1, 1, 1, 1, 1, 1, 1, 1});
        assertThat(comparison.worst().worst().address()).hasToString("0_W[1,0]");
    }

    @Test
    void zeroAndZeroAgree() {
        var comparison = compare(new double[9], new double[9]);
        assertThat(comparison.maxRelative()).isZero();
        assertThat(comparison.within(0)).isTrue();
    }

    /** A gradient that vanished for a whole layer must not pass for lack of a scale. */
    @Test
    void aLayerOfZerosAgainstAnythingElseFails() {
        double[] zeroLayer = {0, 0, 0, 0, 0, 0, 1, 1, 1};
        double[] tiny = {0, 0, 0, 1e-300, 0, 0, 1, 1, 1};
        assertThat(compare(tiny, zeroLayer).maxRelative()).isInfinite();
        assertThat(compare(tiny, zeroLayer).within(1e300)).isFalse();
        assertThat(compare(zeroLayer, tiny).maxRelative()).isEqualTo(1);
        assertThat(compare(zeroLayer, tiny).within(0.999)).isFalse();
    }

    /** 1 and the number after it: 1 ULP in the precision of the comparison; 2^29 doubles lie between two floats. */
    @Test
    void ulpsAreCountedInTheCoarserPrecision() {
        Parameters left = Parameters.zeros(NETWORK, DataType.FLOAT);
        Parameters right = Parameters.zeros(NETWORK, DataType.FLOAT);
        left.vector().putScalar(0, Math.nextUp(1f));
        right.vector().putScalar(0, 1f);
        assertThat(Comparison.of(left, right).blocks().get(0).maxUlps()).isEqualTo(1);
        Parameters wide = Parameters.zeros(NETWORK, DataType.DOUBLE);
        wide.assign(right);
        assertThat(Comparison.of(left, wide).blocks().get(0).maxUlps()).isEqualTo(1);
        Parameters wider = Parameters.zeros(NETWORK, DataType.DOUBLE);
        wider.assign(left);
        assertThat(Comparison.of(wider, wide).blocks().get(0).maxUlps()).isEqualTo(0x1p29);
    }
}
