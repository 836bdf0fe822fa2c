package handgrad.check;

import static handgrad.check.Gradients.assertThatGradient;
import static handgrad.check.Gradients.constant;
import static handgrad.check.Gradients.dense;
import static handgrad.check.Gradients.layer;
import static handgrad.check.Gradients.tensor;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import handgrad.InputException;
import org.junit.jupiter.api.Test;

/** What the assertions let pass, and what they say of the rest. */
class GradientAssertTest {
    private static final double[][] W = {{0.3, -0.2}, {0.1, 0.4}, {0.5, -0.6}};
    private static final double[] B = {0.1, -0.1};
    private static final double[][] X = {{0.5, 1, -0.4}, {1, 0.2, 0.3}, {-0.7, 0.6, 0.8}};
    private static final double[][] T = {{0.9, 0.1}, {0.2, 0.8}, {0.3, 0.7}};

    /** {@code sum_i w_i^2 c}, with {@code 2 w_i c} and {@code sum_i w_i^2}. */
    private static double squares(double[]... theta) {
        double sum = 0;
        for (double w : theta[0]) {
            sum += w * w * theta[1][0];
        }
        return sum;
    }

    private static double[][] gradient(double factor, double[]... theta) {
        double[] byW = new double[theta[0].length];
        double byC = 0;
        for (int i = 0; i < byW.length; i++) {
            byW[i] = factor * theta[0][i] * theta[1][0];
            byC += theta[0][i] * theta[0][i];
        }
        return new double[][] {byW, {byC}};
    }

    private static GradientAssert ofSquares(Gradient gradient) {
        return assertThatGradient(gradient)
                .of(GradientAssertTest::squares)
                .at(new double[] {0.3, -0.8, 1.7}, new double[] {0.6});
    }

    /** For one layer without activation and {@code 1/2 mean (z - t)^2}: {@code dW = x^T (z - t) / n}, {@code db = 1^T (z - t) / n}. */
    private static LayerGradient linear(double factor) {
        double[][] dW = new double[3][2];
        double[] db = new double[2];
        for (int s = 0; s < X.length; s++) {
            for (int k = 0; k < 2; k++) {
                double z = B[k];
                for (int j = 0; j < 3; j++) {
                    z += X[s][j] * W[j][k];
                }
                db[k] += factor * (z - T[s][k]) / 3;
                for (int j = 0; j < 3; j++) {
                    dW[j][k] += factor * X[s][j] * (z - T[s][k]) / 3;
                }
            }
        }
        return layer(dW, db);
    }

    private static DenseAssert ofLinear(LayerGradient claimed) {
        return assertThatGradient(claimed)
                .of(dense(W, B, "identity"))
                .withLoss("half-squared-error", "mean")
                .on(X, T);
    }

    @Test
    void rightGradientsPass() {
        assertThatCode(ofSquares(theta -> gradient(2, theta))::isRight).doesNotThrowAnyException();
        assertThatCode(ofLinear(linear(1))::isRight).doesNotThrowAnyException();
    }

    @Test
    void wrongGradientOfAFunctionIsExplained() {
        assertThatThrownBy(ofSquares(theta -> gradient(4, theta))::isRight)
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("3 of 3 entries of 'theta0'")
                .hasMessageContaining("the gradient of 'theta0' is 2 times the right one")
                .hasMessageContaining("2.04")
                .hasMessageNotContaining("'theta1' is wrong");
    }

    @Test
    void wrongGradientOfANetworkIsDiagnosed() {
        assertThatThrownBy(ofLinear(linear(2))::isRight)
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("6 of 6 entries of W1, 2 of 2 entries of b1")
                .hasMessageContaining("one mistake explains it")
                .hasMessageContaining("factor-two, layer 1");
    }

    @Test
    void notFiniteIsNotRight() {
        assertThatThrownBy(ofSquares(theta -> gradient(Double.NaN, theta))::isRight)
                .isInstanceOf(AssertionError.class);
        assertThatThrownBy(ofLinear(linear(Double.NaN))::isRight).isInstanceOf(AssertionError.class);
        assertThatThrownBy(assertThatGradient(theta -> new double[][] {{0}})
                        .of(theta -> Math.log(theta[0][0]))
                        .at(new double[] {-1})::isRight)
                .isInstanceOf(AssertionError.class)
                .hasMessage(
                        "the gradient cannot be judged: the loss at this point is NaN: no gradient can be judged there");
    }

    @Test
    void wrongShapesAreNamed() {
        assertThatThrownBy(ofSquares(theta -> new double[][] {{1, 2}, {3}})::isRight)
                .isInstanceOf(AssertionError.class)
                .hasMessage("the gradient of 'theta0' is 2 numbers, expected 3 numbers");
        assertThatThrownBy(ofSquares(theta -> new double[][] {{1, 2, 3}})::isRight)
                .isInstanceOf(AssertionError.class)
                .hasMessage("the gradient is 1 arrays, expected an array for each of 2 tensors");
        assertThatThrownBy(ofSquares(theta -> null)::isRight).isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> ofLinear(layer(new double[2][3], 0, 0)))
                .isInstanceOf(AssertionError.class)
                .hasMessage(
                        "the gradient of W1 is 2 by 3, expected 3 by 2, the inputs by the outputs of the layer: it is transposed");
        assertThatThrownBy(() -> ofLinear(layer(new double[3][2], 0)))
                .isInstanceOf(AssertionError.class)
                .hasMessage("the gradient of b1 is 1 number, expected 2 numbers");
    }

    @Test
    void whatIsKeptBetweenCallsAndWhatIsChangedShows() {
        double[] kept = new double[1];
        assertThatThrownBy(ofSquares(theta -> gradient(2 + kept[0]++, theta))::isRight)
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("not the same when it is asked twice");
        assertThatThrownBy(ofSquares(theta -> {
                    theta[0][1] = 0;
                    return gradient(2, theta);
                })::isRight)
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("changed its input 'theta0'");
    }

    @Test
    void pointThatHidesMistakesFailsWhereThatIsAsked() {
        var zero = tensor("w", new double[3]);
        var c = tensor("c", new double[] {0.7});
        assertThatThrownBy(assertThatGradient(theta -> gradient(2, theta))
                        .of(GradientAssertTest::squares)
                        .at(zero, c)::hidesNothing)
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("all of 'w' is 0");
    }

    /** {@code sum_i w_i^2 c} once more, with a constant c: {@code 2 w_i c} is all of its gradient, whatever the shape of w. */
    @Test
    void constantHasNoGradient() {
        assertThatGradient(theta -> new double[][] {gradient(2, theta)[0]})
                .of(GradientAssertTest::squares)
                .at(tensor("w", new double[] {0.3, -0.8, 1.7, 0.2}, 2, 2), constant("c", new double[] {0.6}))
                .isRight();
    }

    @Test
    void whatIsNoNetworkIsToldInASentence() {
        assertThatThrownBy(() ->
                        assertThatGradient(linear(1)).of(dense(W, B, "tahn")).withLoss("huber", "mean"))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("unknown activation 'tahn'");
        assertThatThrownBy(() -> assertThatGradient(linear(1))
                        .of(dense(W, B, "tanh"))
                        .withLoss("huber", "mean")
                        .on(X, X))
                .isInstanceOf(InputException.class)
                .hasMessage("target 0 has 3 numbers: expected 2");
    }
}
