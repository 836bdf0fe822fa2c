package handgrad.engine.dl4j;

import static org.assertj.core.api.Assertions.assertThat;

import handgrad.engine.Batch;
import handgrad.engine.LossGradient;
import handgrad.engine.Parameters;
import handgrad.engine.Rows;
import handgrad.engine.hand.HandEngine;
import handgrad.judge.oracle.CentralDifferences;
import handgrad.network.Network;
import handgrad.network.Reduction;
import handgrad.network.function.activation.Sigmoid;
import handgrad.network.function.activation.Softmax;
import handgrad.network.function.loss.BinaryCrossEntropy;
import handgrad.network.function.loss.CrossEntropy;
import handgrad.network.layer.Dense;
import handgrad.testing.Compare;
import handgrad.testing.RandomCase;
import handgrad.testing.ReferenceCase;
import java.util.Arrays;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;

/** The engine answers in this project's conventions, whatever DL4J's are. */
class Dl4jEngineTest {
    private static final double TOLERANCE = 1e-12;

    static List<RandomCase> randomNetworks() {
        return RandomCase.many(60).toList();
    }

    @ParameterizedTest
    @MethodSource("randomNetworks")
    void startsExactlyWhereItIsTold(RandomCase random) {
        var engine = new Dl4jEngine(random.parameters(), 0.1);
        assertThat(engine.parameters().toArray())
                .containsExactly(random.parameters().toArray());
        assertThat(engine.parameters().dataType()).isEqualTo(DataType.DOUBLE);
    }

    @ParameterizedTest
    @MethodSource("randomNetworks")
    void aStepGoesAgainstTheReducedGradient(RandomCase random) {
        var engine = new Dl4jEngine(random.parameters(), 0.25);
        LossGradient before = engine.gradient(random.batch());
        double[] theta = random.parameters().toArray();
        double[] slope = before.gradient().toArray();
        Arrays.setAll(theta, i -> theta[i] - 0.25 * slope[i]);
        engine.step(random.batch());
        assertThat(engine.stepLoss()).as("the loss before").isEqualTo(before.loss());
        assertThat(engine.parameters().toArray()).containsExactly(theta, Offset.offset(1e-12));
        assertThat(before.gradient().toArray()).as("belongs to the caller").containsExactly(slope);
    }

    @ParameterizedTest
    @MethodSource("randomNetworks")
    void lossIsThatOfTheGradientAndLookingDoesNotMoveIt(RandomCase random) {
        var engine = new Dl4jEngine(random.parameters(), 0.25);
        double loss = engine.gradient(random.batch()).loss();
        assertThat(engine.loss(random.batch())).isCloseTo(loss, Offset.offset(1e-12 * Math.max(1, loss)));
        engine.output(random.batch().x());
        assertThat(engine.parameters().toArray())
                .containsExactly(random.parameters().toArray());
    }

    @ParameterizedTest
    @MethodSource("randomNetworks")
    void trainsAsTheHandWrittenEngineDoes(RandomCase random) {
        var dl4j = new Dl4jEngine(random.parameters(), 0.001);
        var hand = new HandEngine(random.parameters(), 0.001);
        for (int step = 0; step < 10; step++) {
            dl4j.step(random.batch());
            hand.step(random.batch());
        }
        assertThat(Compare.of(hand.parameters(), dl4j.parameters()).maxRelative())
                .isLessThan(TOLERANCE);
    }

    @Test
    void leavesNd4jsDefaultDataTypeAsItWas() {
        DataType before = Nd4j.dataType();
        RandomCase random = RandomCase.of(1);
        var engine = new Dl4jEngine(random.parameters(), 0.1);
        engine.step(random.batch());
        assertThat(engine.output(random.batch().x()).dataType()).isEqualTo(DataType.DOUBLE);
        assertThat(Nd4j.dataType()).isEqualTo(before).isEqualTo(DataType.FLOAT);
    }

    /**
     * Even odds, t = (1, 1), where {@code LossMCXENT} has {@code y - t}: the two engines differ, and central differences,
     * which only know the loss, side with the hand-written one.
     */
    @Test
    void whereTargetsDoNotAddUpToOneHandIsRight() {
        var network = new Network(List.of(new Dense(1, 2, new Softmax())), new CrossEntropy(), Reduction.SUM);
        Parameters theta = Parameters.of(network, DataType.DOUBLE, 0.3, -0.2, 0.1, 0);
        var batch =
                new Batch(Nd4j.createFromArray(new double[][] {{1}}), Nd4j.createFromArray(new double[][] {{1, 1}}));
        Parameters truth = Parameters.of(CentralDifferences.gradient(theta.point(), batch.samples()), DataType.DOUBLE);
        Parameters hand = new HandEngine(theta, 0.1).gradient(batch).gradient();
        Parameters dl4j = new Dl4jEngine(theta, 0.1).gradient(batch).gradient();
        assertThat(Compare.of(hand, truth).maxRelative()).isLessThan(1e-8);
        assertThat(Compare.of(dl4j, truth).maxRelative()).isGreaterThan(0.1);
    }

    /**
     * The default clip of 1e-5 would change the loss from y = 0.99999 on. The engine's is the smallest there is: at z = 20,
     * t = 0 the loss is ln(1 + e^20) = 20.000000002061153 ({@code np.logaddexp(0, 20)}), not 11.51.
     */
    @Test
    void clipsLaterThanDl4jDoesByDefault() {
        var network = new Network(List.of(new Dense(1, 1, new Sigmoid())), new BinaryCrossEntropy(), Reduction.SUM);
        Parameters theta = Parameters.of(network, DataType.DOUBLE, 0, 20);
        var batch = new Batch(Nd4j.ones(DataType.DOUBLE, 1, 1), Nd4j.zeros(DataType.DOUBLE, 1, 1));
        LossGradient found = new Dl4jEngine(theta, 0.1).gradient(batch);
        assertThat(found.loss()).isCloseTo(20.000000002061153, Offset.offset(1e-6));
        assertThat(found.gradient().bias(0).getDouble(0)).isCloseTo(1, Offset.offset(1e-6));
    }

    @Test
    void singlePrecisionStaysSingle() {
        var xor = ReferenceCase.named("xor-half-squared-error-mean");
        Parameters single = Parameters.zeros(xor.parameters().network(), DataType.FLOAT);
        single.assign(xor.parameters());
        var engine = new Dl4jEngine(single, 0.1);
        LossGradient found = engine.gradient(xor.batch().castTo(DataType.FLOAT));
        assertThat(found.gradient().dataType()).isEqualTo(DataType.FLOAT);
        assertThat(Compare.of(found.gradient(), xor.gradient()).maxRelative()).isLessThan(1e-5);
        assertThat(Rows.of(engine.output(xor.batch().castTo(DataType.FLOAT).x())))
                .hasDimensions(4, 1);
    }
}
