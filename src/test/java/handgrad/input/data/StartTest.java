package handgrad.input.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import handgrad.engine.Parameters;
import handgrad.engine.Rows;
import handgrad.network.Block;
import handgrad.network.Network;
import handgrad.network.Reduction;
import handgrad.network.function.activation.Sigmoid;
import handgrad.network.function.loss.BinaryCrossEntropy;
import handgrad.network.function.loss.HalfSquaredError;
import handgrad.testing.ReferenceCase;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import tools.jackson.databind.JsonNode;

/** The starting points that a NumPy program draws. */
class StartTest {
    private static final Offset<Double> LAST_BITS = Offset.offset(1e-15);

    private static Network network(int hidden) {
        return Network.dense(
                2, List.of(hidden), 1, new Sigmoid(), new Sigmoid(), new BinaryCrossEntropy(), Reduction.SUM);
    }

    /** {@code r = RandomState(1)}: {@code r.randn(2, 3), r.randn(3), r.randn(3, 1), r.randn(1)}. */
    @Test
    void normalDrawsWeightsRowByRowThenTheBias() {
        Parameters start = Draw.NORMAL.draw(network(3), DataType.DOUBLE, new NumpyRandom(1));
        close(Rows.of(start.weights(0)), new double[][] {
            {1.6243453636632417, -0.6117564136500754, -0.5281717522634557},
            {-1.0729686221561705, 0.8654076293246785, -2.3015386968802827}
        });
        close(start.bias(0).toDoubleVector(), 1.74481176421648, -0.7612069008951028, 0.31903909605709857);
        close(
                Rows.of(start.weights(1)),
                new double[][] {{-0.2493703754774101}, {1.462107937044974}, {-2.060140709497654}});
        close(start.bias(1).toDoubleVector(), -0.3224172040135075);
    }

    /** {@code r = RandomState(7)}: {@code r.random((2, 3)), r.random(), r.random((3, 1)), r.random()}. */
    @Test
    void aSharedBiasIsDrawnOnceALayer() {
        Parameters start = Draw.UNIFORM_SHARED_BIAS.draw(network(3), DataType.DOUBLE, new NumpyRandom(7));
        assertThat(Rows.of(start.weights(0))).isDeepEqualTo(new double[][] {
            {0.07630828937395717, 0.7799187922401146, 0.4384092314408935},
            {0.7234651778309412, 0.9779895119966027, 0.5384958704104337}
        });
        assertThat(start.bias(0).toDoubleVector())
                .containsOnly(0.5011204636599379)
                .hasSize(3);
        assertThat(Rows.of(start.weights(1)))
                .isDeepEqualTo(new double[][] {{0.07205113335976154}, {0.26843898010187117}, {0.49988250082555996}});
        assertThat(start.bias(1).toDoubleVector()).containsExactly(0.6792299961209405);
    }

    /** {@code r = RandomState(7)}: {@code r.standard_normal((2, 2)), r.standard_normal((2, 1))}. */
    @Test
    void normalWeightsLeaveTheBiasesAtZero() {
        Parameters start = Draw.NORMAL_WEIGHTS.draw(network(2), DataType.DOUBLE, new NumpyRandom(7));
        close(
                Rows.of(start.weights(0)),
                new double[][] {{1.690525703800356, -0.4659373705408328}, {0.0328201636785844, 0.40751628299650783}});
        close(Rows.of(start.weights(1)), new double[][] {{-0.7889230286257386}, {0.00206557290594813}});
        assertThat(start.bias(0).toDoubleVector()).containsOnly(0);
        assertThat(start.bias(1).toDoubleVector()).containsOnly(0);
    }

    /** The runs of the article's program, made in NumPy, record where they started. */
    @Test
    void normalStartsWhereTheReferenceRunsStart() {
        for (JsonNode run : ReferenceCase.read("runs.json").get("xor-cross-entropy")) {
            var random = new NumpyRandom(run.get("seed").asLong());
            double[] row = Rows.of(
                    Draw.NORMAL.draw(network(3), DataType.DOUBLE, random).weights(0))[0];
            for (int column = 0; column < row.length; column++) {
                assertThat(row[column])
                        .isCloseTo(run.get("firstRowOfW1").get(column).asDouble(), LAST_BITS);
            }
        }
    }

    /** {@code r = RandomState(3)}: {@code r.random_sample((2, 2)), r.random_sample((2, 1))}; no draw for a bias. */
    @Test
    void uniformDrawsWeightsAndLeavesBiasesZero() {
        Parameters start = Draw.UNIFORM.draw(network(2), DataType.DOUBLE, new NumpyRandom(3));
        assertThat(Rows.of(start.weights(0))).isDeepEqualTo(new double[][] {
            {0.5507979025745755, 0.7081478226181048}, {0.2909047389129443, 0.510827605197663}
        });
        assertThat(Rows.of(start.weights(1)))
                .isDeepEqualTo(new double[][] {{0.8929469543476547}, {0.8962930889334381}});
        assertThat(start.bias(0).toDoubleVector()).containsExactly(0, 0);
        assertThat(start.bias(1).toDoubleVector()).containsExactly(0);
    }

    /** {@code np.float32(r.random_sample((2, 2)))}, seed 3: the same draws, rounded. */
    @Test
    void singlePrecisionRoundsTheSameDraws() {
        Parameters start = Draw.UNIFORM.draw(network(2), DataType.FLOAT, new NumpyRandom(3));
        assertThat(Rows.of(start.weights(0))).isDeepEqualTo(new double[][] {
            {0.5507978796958923, 0.7081478238105774}, {0.2909047305583954, 0.5108276009559631}
        });
    }

    /** Of a layer of 2 inputs and 3 outputs, the weights and the bias. */
    private static Block block(int index) {
        return Network.dense(2, List.of(), 3, new Sigmoid(), new Sigmoid(), new HalfSquaredError(), Reduction.SUM)
                .blocks()
                .get(index);
    }

    @Test
    void theCallsThatRepeatItInPythonAreNamed() {
        assertThat(Draw.NORMAL.python(block(1))).isEqualTo("np.random.standard_normal((3,))");
        assertThat(Draw.UNIFORM.python(block(0))).isEqualTo("np.random.random((2, 3))");
        assertThat(Draw.UNIFORM.python(block(1))).isEqualTo("np.zeros((3,))");
    }

    private static void close(double[][] actual, double[][] expected) {
        assertThat(actual.length).isEqualTo(expected.length);
        for (int row = 0; row < expected.length; row++) {
            close(actual[row], expected[row]);
        }
    }

    private static void close(double[] actual, double... expected) {
        assertThat(actual).containsExactly(expected, LAST_BITS);
    }

    /** Column by column in the flat vector, row by row in NumPy. */
    @Test
    void aGivenStartIsWrittenAsItStands() {
        var network =
                Network.dense(2, List.of(), 2, new Sigmoid(), new Sigmoid(), new HalfSquaredError(), Reduction.SUM);
        var start = new Given(List.of(1.0, 2.0, 3.0, 4.0, 5.0, 6.0));
        assertThat(start.draw(network, DataType.DOUBLE, new NumpyRandom(0)).toArray())
                .containsExactly(1, 2, 3, 4, 5, 6);
        assertThat(start.python(network.blocks().get(0))).isEqualTo("np.array([[1.0, 3.0], [2.0, 4.0]])");
        assertThat(start.python(network.blocks().get(1))).isEqualTo("np.array([5.0, 6.0])");
        var wider = Network.dense(2, List.of(), 3, new Sigmoid(), new Sigmoid(), new HalfSquaredError(), Reduction.SUM);
        assertThatThrownBy(() -> start.draw(wider, DataType.DOUBLE, new NumpyRandom(0)))
                .hasMessageContaining("a starting point of 6 numbers is given: expected 9");
    }
}
