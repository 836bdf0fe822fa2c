package handgrad.judge;

import static org.assertj.core.api.Assertions.assertThat;

import handgrad.engine.Batch;
import handgrad.engine.Descent;
import handgrad.engine.Engine;
import handgrad.engine.Parameters;
import handgrad.engine.dl4j.Dl4jEngine;
import handgrad.engine.hand.HandEngine;
import handgrad.engine.scalar.ScalarEngine;
import handgrad.network.Network;
import handgrad.network.Point;
import handgrad.network.Precision;
import handgrad.network.Trained;
import handgrad.network.compare.Comparison;
import handgrad.network.function.activation.Softmax;
import handgrad.network.function.loss.MulticlassHinge;
import handgrad.testing.RandomCase;
import handgrad.testing.ReferenceCase;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.buffer.DataType;

/** The judge: right gradients pass at the derived tolerance, however they were computed; wrong ones do not. */
class JudgeTest {
    static List<ReferenceCase> references() {
        return ReferenceCase.all();
    }

    @ParameterizedTest
    @MethodSource("references")
    void oracleHasPyTorchsGradientAndLoss(ReferenceCase reference) {
        var judge = new Judge(reference.point(), reference.samples(), Precision.DOUBLE);
        assertThat(Comparison.of(judge.oracle(), reference.gradient().point(), Precision.DOUBLE)
                        .maxRelative())
                .isLessThan(1e-14);
        assertThat(judge.loss()).isBetween(reference.loss() * (1 - 1e-14), reference.loss() * (1 + 1e-14));
    }

    @ParameterizedTest
    @MethodSource("references")
    void pyTorchsGradientPasses(ReferenceCase reference) {
        var judge = new Judge(reference.point(), reference.samples(), Precision.DOUBLE);
        assertThat(judge.judge(reference.gradient().point()).passes()).isTrue();
    }

    /** Each entry is measured by its own tolerance, so that one scale serves a whole matrix. */
    @ParameterizedTest
    @MethodSource("references")
    void theExcessOfAnEntryIsAboveOneExactlyWhereItIsWrong(ReferenceCase reference) {
        var judge = new Judge(reference.point(), reference.samples(), Precision.DOUBLE);
        double[] wrong = reference.gradient().point().values().clone();
        int last = wrong.length - 1;
        wrong[last] += 1 + Math.abs(wrong[last]);
        double[] excess = judge.judge(new Point(reference.point().network(), wrong))
                .excess()
                .values();
        assertThat(excess[last]).isGreaterThan(1);
        assertThat(Arrays.stream(excess).limit(last)).allMatch(share -> share <= 1);
    }

    private static Point answer(Engine engine, Batch batch) {
        return engine.gradient(batch).gradient().point();
    }

    static Stream<RandomCase> randomNetworks() {
        return RandomCase.many(500);
    }

    @Tag("slow")
    @ParameterizedTest
    @MethodSource("randomNetworks")
    void allEnginesPassInDoubleAndTheHandWrittenOneInSinglePrecision(RandomCase random) {
        var judge = new Judge(random.point(), random.samples(), Precision.DOUBLE);
        List<Engine> engines = List.of(
                new HandEngine(random.parameters(), 0.1),
                new Dl4jEngine(random.parameters(), 0.1),
                new ScalarEngine(random.parameters(), Descent.sgd(0.1), Trained.ALL));
        assertThat(engines).allSatisfy(engine -> assertThat(
                        judge.judge(answer(engine, random.batch())).worst())
                .isEmpty());
        Parameters single = Parameters.of(random.point(), DataType.FLOAT);
        var lenient = new Judge(random.point(), random.samples(), Precision.FLOAT);
        Point gradient = answer(new HandEngine(single, 0.1), random.batch().castTo(DataType.FLOAT));
        assertThat(lenient.judge(gradient).worst()).isEmpty();
        boolean zero = Arrays.stream(gradient.values()).allMatch(entry -> entry == 0);
        assertThat(judge.judge(gradient).passes()).isEqualTo(zero);
    }

    /** Saturated outputs of softmax are exactly 1 apart, which is where every term of a hinge has its kink. */
    private static boolean hasFewKinks(RandomCase random) {
        Network network = random.parameters().network();
        return !(network.outputLayer().activation() instanceof Softmax && network.loss() instanceof MulticlassHinge);
    }

    /** Weights that saturate everything, that vanish, and that are zero, where every relu stands at its kink. */
    @Tag("slow")
    @ParameterizedTest
    @ValueSource(doubles = {0, 1e-300, 1e-30, 1e-3, 5, 30, 1000, 1e100})
    void theHandWrittenEnginePassesAtExtremePointsToo(double scale) {
        RandomCase.many(60)
                .map(random -> random.scaled(scale))
                .filter(JudgeTest::hasFewKinks)
                .forEach(random -> {
                    for (DataType type : List.of(DataType.DOUBLE, DataType.FLOAT)) {
                        var theta = Parameters.of(random.point(), type);
                        var judge = new Judge(random.point(), random.samples(), theta.precision());
                        Point gradient = answer(
                                new HandEngine(theta, 0.1), random.batch().castTo(type));
                        if (theta.point().isFinite() && judge.certain()) {
                            assertThat(judge.judge(gradient).worst())
                                    .as("%s, %s", random, type)
                                    .isEmpty();
                        }
                    }
                });
    }
}
