package handgrad.engine.hand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import handgrad.InputException;
import handgrad.engine.Batch;
import handgrad.engine.Descent;
import handgrad.engine.LossGradient;
import handgrad.engine.Parameters;
import handgrad.engine.Rows;
import handgrad.network.Network;
import handgrad.network.Precision;
import handgrad.network.Reduction;
import handgrad.network.Trained;
import handgrad.network.compare.Tolerance;
import handgrad.network.function.Loss;
import handgrad.network.function.activation.Sigmoid;
import handgrad.network.function.loss.HalfSquaredError;
import handgrad.network.function.loss.MeanSquaredError;
import handgrad.testing.Compare;
import handgrad.testing.RandomCase;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;

/** What must hold of any network at any point, on seeded random ones. */
class HandEngineTest {
    private static final double TOLERANCE = 1e-12;

    static Stream<RandomCase> randomNetworks() {
        return RandomCase.many(100);
    }

    private static HandEngine engine(Parameters start, double learningRate) {
        return new HandEngine(start, Descent.sgd(learningRate), Trained.ALL);
    }

    private static Parameters gradient(Parameters at, Batch batch) {
        return engine(at, 0.1).gradient(batch).gradient();
    }

    @ParameterizedTest
    @MethodSource("randomNetworks")
    void aStepGoesAgainstTheGradient(RandomCase random) {
        HandEngine engine = engine(random.parameters(), 0.25);
        LossGradient before = engine.gradient(random.batch());
        double[] expected = random.parameters().toArray();
        double[] slope = before.gradient().toArray();
        Arrays.setAll(expected, i -> expected[i] - 0.25 * slope[i]);
        engine.step(random.batch());
        assertThat(engine.stepLoss()).isEqualTo(before.loss());
        double[] after = engine.parameters().toArray();
        for (int i = 0; i < after.length; i++) {
            // The product that made the slope may be added up in another order where it is added to theta at once.
            double scale = Math.abs(expected[i]) + Math.abs(slope[i]);
            assertThat(after[i]).isCloseTo(expected[i], Offset.offset(1e-13 * scale + 1e-15));
        }
        assertThat(before.gradient().toArray()).as("belongs to the caller").containsExactly(slope);
    }

    @ParameterizedTest
    @MethodSource("randomNetworks")
    void changesNothingThatItIsGiven(RandomCase random) {
        double[] theta = random.parameters().toArray();
        double[][] x = Rows.of(random.batch().x());
        double[][] y = Rows.of(random.batch().y());
        HandEngine engine = engine(random.parameters(), 0.5);
        engine.gradient(random.batch());
        engine.loss(random.batch());
        engine.output(random.batch().x());
        assertThat(engine.parameters().toArray()).as("looking does not move it").containsExactly(theta);
        engine.step(random.batch());
        assertThat(random.parameters().toArray()).containsExactly(theta);
        assertThat(Rows.of(random.batch().x())).isDeepEqualTo(x);
        assertThat(Rows.of(random.batch().y())).isDeepEqualTo(y);
    }

    @ParameterizedTest
    @MethodSource("randomNetworks")
    void repeatsItselfBitForBit(RandomCase random) {
        HandEngine one = engine(random.parameters(), 0.01);
        HandEngine two = engine(random.parameters(), 0.01);
        for (int step = 0; step < 5; step++) {
            one.step(random.batch());
            two.step(random.batch());
            assertThat(one.stepLoss()).isEqualTo(two.stepLoss());
        }
        assertThat(one.parameters().toArray()).containsExactly(two.parameters().toArray());
    }

    /** At the minimum of a squared error, where the output is the target, nothing is left to learn. */
    @ParameterizedTest
    @MethodSource("randomNetworks")
    void squaredErrorHasNoGradientWhereTheOutputIsTheTarget(RandomCase random) {
        HandEngine engine = engine(random.parameters(), 0.1);
        Loss loss = random.parameters().network().loss();
        if (loss instanceof HalfSquaredError || loss instanceof MeanSquaredError) {
            var reached = new Batch(
                    random.batch().x(), engine.output(random.batch().x()).dup());
            LossGradient found = engine.gradient(reached);
            assertThat(found.loss()).isZero();
            assertThat(found.gradient().toArray()).containsOnly(0);
        }
    }

    /** The mean's gradient is that of the sum over n, and the sum's is the sum of those of single samples. */
    @ParameterizedTest
    @MethodSource("randomNetworks")
    void samplesAddUp(RandomCase random) {
        int n = random.batch().n();
        Parameters mean = gradient(reduced(random, Reduction.MEAN), random.batch());
        Parameters sum = gradient(reduced(random, Reduction.SUM), random.batch());
        assertThat(Compare.of(scaled(mean, n), sum).maxRelative()).isLessThan(TOLERANCE);
        Parameters total = Parameters.zeros(sum.network(), DataType.DOUBLE);
        for (int i = 0; i < n; i++) {
            total.vector()
                    .addi(gradient(sum.network(), random, random.batch().rows(i))
                            .vector());
        }
        assertThat(Compare.of(total, sum).maxRelative()).isLessThan(TOLERANCE);
    }

    @ParameterizedTest
    @MethodSource("randomNetworks")
    void theOrderOfSamplesDoesNotMatter(RandomCase random) {
        int n = random.batch().n();
        int[] reversed = IntStream.range(0, n).map(i -> n - 1 - i).toArray();
        var comparison = Compare.of(
                gradient(random.parameters(), random.batch().rows(reversed)),
                gradient(random.parameters(), random.batch()));
        assertThat(comparison.maxRelative()).isLessThan(TOLERANCE);
    }

    @ParameterizedTest
    @MethodSource("randomNetworks")
    void outputDoesNotDependOnTheOrderInMemory(RandomCase random) {
        HandEngine engine = engine(random.parameters(), 0.1);
        double[][] columns = Rows.of(engine.output(random.batch().x()));
        double[][] rows = Rows.of(engine.output(random.batch().x().dup('c')));
        assertThat(rows.length).isEqualTo(columns.length);
        for (int i = 0; i < rows.length; i++) {
            assertThat(rows[i]).containsExactly(columns[i], Offset.offset(1e-13));
        }
    }

    /** Single precision, against double precision at the very same point. */
    @ParameterizedTest
    @MethodSource("randomNetworks")
    void singlePrecisionIsRightToItsOwnDigits(RandomCase random) {
        Parameters single = cast(random.parameters(), DataType.FLOAT);
        Batch batch = random.batch().castTo(DataType.FLOAT);
        Parameters found = gradient(single, batch);
        Parameters exact = gradient(cast(single, DataType.DOUBLE), batch.castTo(DataType.DOUBLE));
        assertThat(found.dataType()).isEqualTo(DataType.FLOAT);
        double difference = Compare.of(found, exact).maxRelative();
        assertThat(difference).isLessThan(Tolerance.gradient(Precision.FLOAT));
    }

    /** One engine serves batches of any size, in any order: what it allocated for one does not leak into another. */
    @Test
    void batchesOfDifferentSizesDoNotDisturbEachOther() {
        RandomCase random = RandomCase.of(14);
        HandEngine engine = engine(random.parameters(), 0.1);
        double[] all = engine.gradient(random.batch()).gradient().toArray();
        engine.gradient(random.batch().first(1));
        engine.output(random.batch().first(2).x());
        assertThat(engine.gradient(random.batch()).gradient().toArray()).containsExactly(all);
    }

    /** 3,000 * 100,000 numbers of 8 bytes are 2.4 GB. */
    @Test
    void whatIsTooLargeIsRefusedBeforeItIsAllocated() {
        var network = Network.dense(
                1, List.of(100_000), 1, new Sigmoid(), new Sigmoid(), new HalfSquaredError(), Reduction.MEAN);
        var engine = new HandEngine(Parameters.zeros(network, DataType.DOUBLE), 0.1);
        assertThatThrownBy(() -> engine.output(Nd4j.zeros(DataType.DOUBLE, 3000, 1)))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("3000 samples at once on a layer of 100000 neurons")
                .hasMessageContaining("--batch-size");
    }

    /** A large batch goes through in parts; 150 samples are more than two of them. */
    @Test
    void partsOfALargeBatchAddUp() {
        RandomCase random = RandomCase.of(14);
        int n = random.batch().n();
        int[] repeated = IntStream.range(0, 150).map(i -> i % n).toArray();
        Batch large = random.batch().rows(repeated);
        HandEngine engine = engine(random.parameters(), 0.1);
        LossGradient found = engine.gradient(large);
        assertThat(found.loss()).isEqualTo(engine.loss(large));
        Parameters expected = Parameters.zeros(random.parameters().network(), DataType.DOUBLE);
        double factor = expected.network().reduction().factor(150)
                / expected.network().reduction().factor(1);
        double loss = 0;
        for (int row : repeated) {
            LossGradient single = engine.gradient(random.batch().rows(row));
            expected.vector().addi(single.gradient().vector().mul(factor));
            loss += factor * single.loss();
        }
        assertThat(Compare.of(found.gradient(), expected).maxRelative()).isLessThan(TOLERANCE);
        assertThat(found.loss()).isCloseTo(loss, Offset.offset(1e-12 * loss));
        engine.step(large);
        assertThat(engine.stepLoss()).isEqualTo(found.loss());
    }

    private static Parameters gradient(Network network, RandomCase random, Batch batch) {
        return gradient(Parameters.over(network, random.parameters().vector()), batch);
    }

    private static Parameters reduced(RandomCase random, Reduction reduction) {
        Network network = random.parameters().network();
        var other = new Network(network.layers(), network.loss(), reduction);
        return Parameters.over(other, random.parameters().vector());
    }

    private static Parameters scaled(Parameters parameters, double factor) {
        return Parameters.over(parameters.network(), parameters.vector().mul(factor));
    }

    private static Parameters cast(Parameters parameters, DataType type) {
        Parameters cast = Parameters.zeros(parameters.network(), type);
        cast.assign(parameters);
        return cast;
    }
}
