import static handgrad.check.Gradients.assertThatGradient;
import static handgrad.check.Gradients.dense;
import static handgrad.check.Gradients.layer;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import handgrad.check.LayerGradient;
import java.util.function.DoubleBinaryOperator;
import org.junit.jupiter.api.Test;

/** One layer {@code y = f(x W + b)} with each activation and loss that is told by its name, and its gradient by hand. */
class EveryFunctionTest {
    private static final double[][] W = {{0.3, -0.2}, {0.1, 0.4}, {0.5, -0.6}};
    private static final double[] B = {0.1, -0.1};
    private static final double[][] X = {{0.5, 1, -0.4}, {1, 0.2, 0.3}, {-0.7, 0.6, 0.8}};
    private static final double[][] T = {{1, 0}, {0, 1}, {1, 0}};

    /** {@code dW = x^T delta}, {@code db = sum delta}, summed over the batch; delta of {@code z} and {@code t}. */
    private static LayerGradient gradient(DoubleBinaryOperator delta) {
        double[][] dW = new double[3][2];
        double[] db = new double[2];
        for (int s = 0; s < X.length; s++) {
            for (int k = 0; k < 2; k++) {
                double z = B[k];
                for (int j = 0; j < 3; j++) {
                    z += X[s][j] * W[j][k];
                }
                double d = delta.applyAsDouble(z, T[s][k]);
                db[k] += d;
                for (int j = 0; j < 3; j++) {
                    dW[j][k] += X[s][j] * d;
                }
            }
        }
        return layer(dW, db);
    }

    private static void check(String activation, String loss, DoubleBinaryOperator delta) {
        assertThatGradient(gradient(delta))
                .of(dense(W, B, activation))
                .withLoss(loss, "sum")
                .on(X, T)
                .isRight();
        var wrong = assertThatGradient(gradient((z, t) -> -delta.applyAsDouble(z, t)))
                .of(dense(W, B, activation))
                .withLoss(loss, "sum")
                .on(X, T);
        String message = assertThrows(AssertionError.class, wrong::isRight).getMessage();
        assertTrue(message.contains("Diagnosis: one mistake explains it."), message);
    }

    private static double sigmoid(double z) {
        return 1 / (1 + Math.exp(-z));
    }

    private static double squared(double z) {
        return z * z;
    }

    @Test
    void activations() {
        String loss = "half-squared-error";
        check("identity", loss, (z, t) -> z - t);
        check("sigmoid", loss, (z, t) -> (sigmoid(z) - t) * sigmoid(z) * (1 - sigmoid(z)));
        check("tanh", loss, (z, t) -> (Math.tanh(z) - t) * (1 - squared(Math.tanh(z))));
        check("relu", loss, (z, t) -> z > 0 ? z - t : 0);
        check("leaky-relu(0.2)", loss, (z, t) -> z > 0 ? z - t : 0.2 * (0.2 * z - t));
        check("elu(0.5)", loss, (z, t) -> z > 0 ? z - t : (0.5 * Math.expm1(z) - t) * 0.5 * Math.exp(z));
        check("softplus", loss, (z, t) -> (Math.log1p(Math.exp(z)) - t) * sigmoid(z));
        check("silu", loss, (z, t) -> (z * sigmoid(z) - t) * sigmoid(z) * (1 + z * (1 - sigmoid(z))));
    }

    @Test
    void losses() {
        check("sigmoid", "binary-cross-entropy", (z, t) -> sigmoid(z) - t);
        check("identity", "sum-squared-error", (z, t) -> 2 * (z - t));
        check("identity", "mean-squared-error", (z, t) -> 2 * (z - t) / 2);
        check("identity", "absolute-error", (z, t) -> Math.signum(z - t));
        check("identity", "huber(0.3)", (z, t) -> Math.max(-0.3, Math.min(0.3, z - t)));
    }

    /** The library that finds the nearest name is not here: the message does without. */
    @Test
    void unknownNames() {
        var unfinished = assertThatGradient(layer(W, B)).of(dense(W, B, "tahn"));
        String message = assertThrows(RuntimeException.class, () -> unfinished.withLoss("huber", "sum"))
                .getMessage();
        assertTrue(message.startsWith("unknown activation 'tahn' (valid: "), message);
    }
}
