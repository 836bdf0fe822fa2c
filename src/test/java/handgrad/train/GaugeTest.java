package handgrad.train;

import static org.assertj.core.api.Assertions.assertThat;

import handgrad.engine.Parameters;
import handgrad.testing.Compare;
import handgrad.testing.RandomCase;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

/** The gauge that is read after every step gives the figure of the comparison that is made now and then. */
class GaugeTest {
    static List<RandomCase> randomPoints() {
        return RandomCase.many(60).toList();
    }

    @ParameterizedTest
    @MethodSource("randomPoints")
    void agreesWithTheComparison(RandomCase random) {
        for (DataType type : List.of(DataType.DOUBLE, DataType.FLOAT)) {
            Parameters left = cast(random.parameters(), type);
            Parameters right = nudged(left, random.seed());
            double gauged = new Gauge(left, right).maxRelative();
            assertThat(gauged).isPositive().isEqualTo(Compare.of(left, right).maxRelative());
        }
    }

    @ParameterizedTest
    @MethodSource("randomPoints")
    void comparesAcrossPrecisions(RandomCase random) {
        Parameters single = cast(random.parameters(), DataType.FLOAT);
        assertThat(new Gauge(single, random.parameters()).maxRelative())
                .isEqualTo(Compare.of(single, random.parameters()).maxRelative())
                .isLessThan(0x1p-24);
    }

    @Test
    void followsItsPointsAsTheyMove() {
        Parameters left = RandomCase.of(3).parameters();
        Parameters right = left.copy();
        var gauge = new Gauge(left, right);
        assertThat(gauge.maxRelative()).isZero();
        left.vector().muli(2);
        assertThat(gauge.maxRelative()).as("twice too large").isEqualTo(1);
        right.assign(left);
        assertThat(gauge.maxRelative()).isZero();
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void isNanWhereAnythingIsNotFinite(double lost) {
        for (int index : new int[] {0, RandomCase.of(1).parameters().network().size() - 1}) {
            Parameters left = RandomCase.of(1).parameters();
            Parameters right = left.copy();
            var gauge = new Gauge(left, right);
            left.vector().putScalar(index, lost);
            assertThat(gauge.maxRelative()).as("left").isNaN();
            right.assign(left);
            assertThat(gauge.maxRelative()).as("both").isNaN();
            left.vector().putScalar(index, 1);
            assertThat(gauge.maxRelative()).as("right").isNaN();
        }
    }

    @Test
    void aLayerOfZerosAgainstAnythingElseIsInfinitelyFar() {
        Parameters left = RandomCase.of(1).parameters();
        Parameters zeros = Parameters.zeros(left.network(), DataType.DOUBLE);
        assertThat(new Gauge(left, zeros).maxRelative()).isInfinite();
        assertThat(new Gauge(zeros, left).maxRelative()).isEqualTo(1);
        assertThat(new Gauge(zeros, zeros.copy()).maxRelative()).isZero();
    }

    /** An engine may keep its parameters inside a larger array of its own. */
    @Test
    void readsPointsThatBeginInsideALargerArray() {
        Parameters point = RandomCase.of(2).parameters();
        int size = point.network().size();
        var large = Nd4j.zeros(DataType.DOUBLE, size + 7);
        Parameters inside = Parameters.over(point.network(), large.get(NDArrayIndex.interval(5, 5 + size)));
        inside.assign(point);
        assertThat(new Gauge(inside, point).maxRelative()).isZero();
    }

    private static Parameters cast(Parameters parameters, DataType type) {
        Parameters cast = Parameters.zeros(parameters.network(), type);
        cast.assign(parameters);
        return cast;
    }

    private static Parameters nudged(Parameters parameters, long seed) {
        Parameters nudged = parameters.copy();
        int index = new Random(seed).nextInt(parameters.network().size());
        nudged.vector().putScalar(index, nudged.vector().getDouble(index) + 1e-3);
        return nudged;
    }
}
