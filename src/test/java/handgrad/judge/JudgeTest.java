package handgrad.judge;

import static org.assertj.core.api.Assertions.assertThat;

import handgrad.engine.Parameters;
import handgrad.engine.dl4j.Dl4jEngine;
import handgrad.engine.hand.HandEngine;
import handgrad.network.compare.Comparison;
import handgrad.testing.RandomCase;
import handgrad.testing.ReferenceCase;
import java.util.List;
import java.util.stream.Stream;
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
        var judge = new Judge(reference.parameters(), reference.batch(), DataType.DOUBLE);
        assertThat(Comparison.of(judge.oracle(), reference.gradient()).maxRelative())
                .isLessThan(1e-14);
        assertThat(judge.loss()).isBetween(reference.loss() * (1 - 1e-14), reference.loss() * (1 + 1e-14));
    }

    @ParameterizedTest
    @MethodSource("references")
    void pyTorchsGradientPasses(ReferenceCase reference) {
        var judge = new Judge(reference.parameters(), reference.batch(), DataType.DOUBLE);
        assertThat(judge.judge(reference.gradient()).passes()).isTrue();
    }

    static Stream<RandomCase> randomNetworks() {
        return RandomCase.many(500);
    }

    @ParameterizedTest
    @MethodSource("randomNetworks")
    void bothEnginesPassInDoubleAndSinglePrecision(RandomCase random) {
        var judge = new Judge(random.parameters(), random.batch(), DataType.DOUBLE);
        assertThat(judge.judge(new HandEngine(random.parameters(), 0.1)
                                .gradient(random.batch())
                                .gradient())
                        .worst())
                .isEmpty();
        assertThat(judge.judge(new Dl4jEngine(random.parameters(), 0.1)
                                .gradient(random.batch())
                                .gradient())
                        .worst())
                .isEmpty();
        Parameters single = Parameters.of(
                random.parameters().network(),
                DataType.FLOAT,
                random.parameters().toArray());
        var lenient = new Judge(random.parameters(), random.batch(), DataType.FLOAT);
        var gradient = new HandEngine(single, 0.1)
                .gradient(random.batch().castTo(DataType.FLOAT))
                .gradient();
        assertThat(lenient.judge(gradient).worst()).isEmpty();
        boolean zero = gradient.vector().amaxNumber().doubleValue() == 0;
        assertThat(judge.judge(gradient).passes()).isEqualTo(zero);
    }

    /** Weights that saturate everything, that vanish, and that are zero, where every relu stands at its kink. */
    @ParameterizedTest
    @ValueSource(doubles = {0, 1e-300, 1e-30, 1e-3, 30, 1000, 1e100})
    void theHandWrittenEnginePassesAtExtremePointsToo(double scale) {
        RandomCase.many(60).map(random -> random.scaled(scale)).forEach(random -> {
            for (DataType precision : List.of(DataType.DOUBLE, DataType.FLOAT)) {
                var point = Parameters.of(
                        random.parameters().network(),
                        precision,
                        random.parameters().toArray());
                boolean finite = !point.vector().isInfinite().any();
                var judge = new Judge(random.parameters(), random.batch(), precision);
                var gradient = new HandEngine(point, 0.1)
                        .gradient(random.batch().castTo(precision))
                        .gradient();
                if (finite && judge.certain()) {
                    assertThat(judge.judge(gradient).worst())
                            .as("%s, %s", random, precision)
                            .isEmpty();
                }
            }
        });
    }
}
