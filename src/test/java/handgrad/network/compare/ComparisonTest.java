package handgrad.network.compare;

import static org.assertj.core.api.Assertions.assertThat;

import handgrad.network.Network;
import handgrad.network.Point;
import handgrad.network.Precision;
import handgrad.network.Reduction;
import handgrad.network.function.activation.Identity;
import handgrad.network.function.activation.Tanh;
import handgrad.network.function.loss.HalfSquaredError;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How far two points are apart, and where. */
class ComparisonTest {
    /** 2-2-1: W1 at 0..3 in column order, b1 at 4..5, W2 at 6..7, b2 at 8. */
    private static final Network NETWORK =
            Network.dense(2, List.of(2), 1, new Tanh(), new Identity(), new HalfSquaredError(), Reduction.SUM);

    private static Point point(double... values) {
        return new Point(NETWORK, values);
    }

    private static Comparison compare(double[] left, double[] right) {
        return Comparison.of(point(left), point(right), Precision.DOUBLE);
    }

    /**
     * Layer 1 of the right is at most 8 in size (its bias), layer 2 at most 2. W1 differs by 0.5 at index 2, which is row
     * 0 of column 1: 0.5 / 8. W2 differs by 0.25 at index 7, row 1: 0.25 / 2, the largest.
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
        assertThat(comparison.worst().worst().address()).hasToString("W2[1,0]");
        assertThat(comparison.worst().worst().left()).isEqualTo(2.25);
        assertThat(comparison.worst().worst().right()).isEqualTo(2);
        assertThat(comparison.blocks().get(0).worst().address()).hasToString("W1[0,1]");
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
            assertThat(comparison.worst().worst().address()).hasToString("W1[1,1]");
        }
    }

    /** Two NaN later than a large difference: the first of the two is named. */
    @Test
    void theFirstEntryThatIsNotFiniteIsNamed() {
        var comparison = compare(
                new double[] {9, Double.NaN, Double.NaN, 0, 0, 0, 0, 0, 0}, new double[] {1, 1, 1, 1, 1, 1, 1, 1, 1});
        assertThat(comparison.worst().worst().address()).hasToString("W1[1,0]");
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

    /** 1 and the float after it: 1 ULP in single precision; 2^29 doubles lie between the two. */
    @Test
    void ulpsAreCountedInThePrecisionOfTheComparison() {
        double[] left = new double[9];
        double[] right = new double[9];
        left[0] = Math.nextUp(1f);
        right[0] = 1;
        assertThat(ulps(left, right, Precision.FLOAT)).isEqualTo(1);
        assertThat(ulps(left, right, Precision.DOUBLE)).isEqualTo(0x1p29);
        left[0] = Math.nextUp(1.0);
        assertThat(ulps(left, right, Precision.DOUBLE)).isEqualTo(1);
    }

    private static double ulps(double[] left, double[] right, Precision precision) {
        return Comparison.of(point(left), point(right), precision)
                .blocks()
                .get(0)
                .maxUlps();
    }
}
