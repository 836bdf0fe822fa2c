package handgrad.engine.hand;

import static org.assertj.core.api.Assertions.assertThat;

import handgrad.engine.Batch;
import handgrad.engine.Descent;
import handgrad.engine.LossGradient;
import handgrad.engine.Parameters;
import handgrad.engine.Rows;
import handgrad.network.Network;
import handgrad.network.Reduction;
import handgrad.network.Trained;
import handgrad.network.function.activation.Identity;
import handgrad.network.function.loss.HalfSquaredError;
import handgrad.testing.ReferenceCase;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;

/**
 * The chain rule on the 2-2-2 network of Matt Mazur's "A Step by Step Backpropagation Example", by hand:
 *
 * <pre>
 *   x = (0.05, 0.1)   W1 = (0.15 0.25; 0.2 0.3)  b1 = (0.35, 0.35)
 *   t = (0.01, 0.99)  W2 = (0.4 0.5; 0.45 0.55)  b2 = (0.6, 0.6)    all sigmoids, L = 1/2 sum (y - t)^2
 *
 *   z1 = (0.05 * 0.15 + 0.1 * 0.2 + 0.35, 0.05 * 0.25 + 0.1 * 0.3 + 0.35) = (0.3775, 0.3925)
 *   a1 = sigmoid(z^0) = (0.593269992, 0.596884378)
 *   z2 = (0.593269992 * 0.4 + 0.596884378 * 0.45 + 0.6, ...) = (1.105905967, 1.224921404)
 *   y   = sigmoid(z^1) = (0.751365070, 0.772928465)
 *   L   = 1/2 (0.741365070^2 + (-0.217071535)^2) = 0.274811083 + 0.023560026 = 0.298371109
 * </pre>
 */
class BackpropagationTest {
    /** The figures above are rounded to nine decimals. */
    private static final Offset<Double> NINE_DECIMALS = Offset.offset(1e-9);

    private final ReferenceCase mazur = ReferenceCase.named("mazur-first-step");
    private HandEngine engine;

    @BeforeEach
    void start() {
        engine = new HandEngine(mazur.parameters(), Descent.sgd(0.5), Trained.ALL);
    }

    @Test
    void forward() {
        double[] y = Rows.of(engine.output(mazur.batch().x()))[0];
        assertThat(y).containsExactly(new double[] {0.751365070, 0.772928465}, NINE_DECIMALS);
        assertThat(engine.loss(mazur.batch())).isCloseTo(0.298371109, NINE_DECIMALS);
    }

    /**
     * An output weight.
     *
     * <pre>
     *   delta2[0]  = (y_0 - t_0) y_0 (1 - y_0) = 0.741365070 * 0.186815602 = 0.138498562
     *   dL/dW2[0,0] = a1[0] delta2[0] = 0.593269992 * 0.138498562 = 0.082167041
     * </pre>
     */
    @Test
    void backwardToAnOutputWeight() {
        LossGradient found = engine.gradient(mazur.batch());
        assertThat(found.gradient().weights(1).getDouble(0, 0)).isCloseTo(0.082167041, NINE_DECIMALS);
        assertThat(found.gradient().bias(1).getDouble(0)).isCloseTo(0.138498562, NINE_DECIMALS);
    }

    /**
     * A hidden weight, which both outputs depend on.
     *
     * <pre>
     *   delta2[1]  = -0.217071535 * 0.175510053 = -0.038098237
     *   delta1[0]  = (delta2[0] W2[0,0] + delta2[1] W2[0,1]) a1[0] (1 - a1[0])
     *              = (0.138498562 * 0.4 - 0.038098237 * 0.5) * 0.241300709 = 0.036350306 * 0.241300709 = 0.008771355
     *   dL/dW1[0,0] = x_0 delta1[0] = 0.05 * 0.008771355 = 0.000438568
     * </pre>
     */
    @Test
    void backwardToAHiddenWeight() {
        Parameters gradient = engine.gradient(mazur.batch()).gradient();
        assertThat(gradient.weights(0).getDouble(0, 0)).isCloseTo(0.000438568, NINE_DECIMALS);
        assertThat(gradient.weights(0).getDouble(1, 0))
                .as("x_1 is twice x_0")
                .isCloseTo(2 * 0.0004385677, NINE_DECIMALS);
        assertThat(gradient.bias(0).getDouble(0)).isCloseTo(0.008771355, NINE_DECIMALS);
    }

    /** With rate 0.5: 0.4 - 0.5 * 0.082167041 = 0.358916480 and 0.15 - 0.5 * 0.000438568 = 0.149780716. */
    @Test
    void theFirstStepDownhill() {
        engine.step(mazur.batch());
        assertThat(engine.stepLoss()).as("the loss before").isCloseTo(0.298371109, NINE_DECIMALS);
        assertThat(engine.parameters().weights(1).getDouble(0, 0)).isCloseTo(0.358916480, NINE_DECIMALS);
        assertThat(engine.parameters().weights(0).getDouble(0, 0)).isCloseTo(0.149780716, NINE_DECIMALS);
    }

    /** The figures of the worked example after 1 and 10 steps of a NumPy program, rate 0.5. */
    @Test
    void aSingleSampleIsLearnedWithOneSharedBiasOnlyIfBiasesStay() {
        // The article keeps its biases: its figure after one step belongs to weights alone.
        engine.step(mazur.batch());
        engine.parameters().bias(0).assign(0.35);
        engine.parameters().bias(1).assign(0.6);
        double expected = ReferenceCase.read("runs.json")
                .at("/worked-example/errorAfterStep/1")
                .asDouble();
        assertThat(engine.loss(mazur.batch())).isCloseTo(expected, Offset.offset(1e-14));
    }

    /**
     * Two layers of one neuron each, no curve anywhere: y = v (w x + b) + c, so with x = 3, w = 2, b = 1, v = 5, c = -4, t
     * = 30: h = 7, y = 31, y - t = 1 and dL/dv = h = 7, dL/dc = 1, dL/dw = v x = 15, dL/db = v = 5.
     */
    @Test
    void aStraightLineInWholeNumbers() {
        var network =
                Network.dense(1, List.of(1), 1, new Identity(), new Identity(), new HalfSquaredError(), Reduction.SUM);
        var line = new HandEngine(Parameters.of(network, DataType.DOUBLE, 2, 1, 5, -4), Descent.sgd(0.1), Trained.ALL);
        var batch = new Batch(Nd4j.createFromArray(new double[][] {{3}}), Nd4j.createFromArray(new double[][] {{30}}));
        assertThat(line.gradient(batch).gradient().toArray()).containsExactly(15, 5, 7, 1);
        assertThat(line.loss(batch)).isEqualTo(0.5);
    }
}
