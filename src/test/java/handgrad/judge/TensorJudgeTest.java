package handgrad.judge;

import static org.assertj.core.api.Assertions.assertThat;

import handgrad.network.Network;
import handgrad.network.Point;
import handgrad.network.Precision;
import handgrad.network.Reduction;
import handgrad.network.Samples;
import handgrad.network.function.activation.Identity;
import handgrad.network.function.activation.Relu;
import handgrad.network.function.loss.HalfSquaredError;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** y = x W + b for two samples, with L = 1/2 the mean of |y - t|^2, where dL/dx = (y - t) W^T / 2. */
class TensorJudgeTest {
    private static final int SAMPLES = 2;
    private static final int IN = 2;
    private static final int OUT = 3;
    private static final Network LINEAR =
            Network.dense(IN, List.of(), OUT, new Identity(), new Identity(), new HalfSquaredError(), Reduction.MEAN);

    /** W column by column, b; x and y row by row. */
    private static final double[] NUMBERS = {
        0.5, -1, 2, 0.25, -3, 1, 0.5, 1, -2, /* x */ 1, 2, -1, 0.5, /* y */ 3, 0, 1, -4, 2, 0.5
    };

    private static final Optional<double[]> KNOWN = Optional.empty();

    private static double[][] rows(double[] numbers, int from, int width) {
        return IntStream.range(0, SAMPLES)
                .mapToObj(s -> Arrays.copyOfRange(numbers, from + s * width, from + (s + 1) * width))
                .toArray(double[][]::new);
    }

    private static double[][] outputs(double[] numbers) {
        double[][] y = new double[SAMPLES][OUT];
        for (int s = 0; s < SAMPLES; s++) {
            for (int j = 0; j < OUT; j++) {
                y[s][j] = numbers[IN * OUT + j];
                for (int i = 0; i < IN; i++) {
                    y[s][j] += numbers[9 + s * IN + i] * numbers[j * IN + i];
                }
            }
        }
        return y;
    }

    private static double[][] inputGradient(double[] numbers) {
        double[][] gradient = new double[SAMPLES][IN];
        for (int s = 0; s < SAMPLES; s++) {
            for (int j = 0; j < OUT; j++) {
                double delta = outputs(numbers)[s][j] - numbers[13 + s * OUT + j];
                for (int i = 0; i < IN; i++) {
                    gradient[s][i] += delta * numbers[j * IN + i] / SAMPLES;
                }
            }
        }
        return gradient;
    }

    private static TensorJudge judge() {
        var theta = new Point(LINEAR, Arrays.copyOf(NUMBERS, LINEAR.size()));
        return new TensorJudge(theta, new Samples(rows(NUMBERS, 9, IN), rows(NUMBERS, 13, OUT)), Precision.DOUBLE);
    }

    private static boolean inputs(double[][] claimed, double[][] extra, Optional<double[]> point) {
        return judge().inputs("dx", claimed, extra, point).passes();
    }

    private static boolean answers(double[][] claimed, double[][] extra, Optional<double[]> point) {
        return judge().activations("a", 0, claimed, extra, point).passes();
    }

    /** Each entry alone, off by a billionth, unless as much is allowed there. */
    @Test
    void everyEntryIsJudged() {
        assertThat(inputs(inputGradient(NUMBERS), new double[SAMPLES][IN], KNOWN))
                .isTrue();
        assertThat(answers(outputs(NUMBERS), new double[SAMPLES][OUT], KNOWN)).isTrue();
        for (int s = 0; s < SAMPLES; s++) {
            for (int k = 0; k < OUT; k++) {
                double[][] y = outputs(NUMBERS);
                double[][] extra = new double[SAMPLES][OUT];
                y[s][k] += 1e-9;
                assertThat(answers(y, extra, KNOWN)).isFalse();
                extra[s][k] = 2e-9;
                assertThat(answers(y, extra, KNOWN)).isTrue();
            }
            for (int k = 0; k < IN; k++) {
                double[][] dx = inputGradient(NUMBERS);
                double[][] extra = new double[SAMPLES][IN];
                dx[s][k] += 1e-9;
                assertThat(inputs(dx, extra, KNOWN)).isFalse();
                extra[s][k] = 0.6e-9;
                assertThat(inputs(dx, extra, KNOWN)).isFalse();
                extra[s][k] = 1.1e-9;
                assertThat(inputs(dx, extra, KNOWN)).isTrue();
            }
        }
    }

    static IntStream numbers() {
        return IntStream.range(0, NUMBERS.length);
    }

    /** Where one number was printed to few digits: what it moves may be off by so much, by less than twice as much, and nowhere else. */
    @ParameterizedTest
    @MethodSource("numbers")
    void whatANumberMayBeOffByMovesWhatItEnters(int number) {
        double[] errors = new double[NUMBERS.length];
        errors[number] = 1e-4;
        double[] once = NUMBERS.clone();
        double[] twice = NUMBERS.clone();
        once[number] += 1e-4;
        twice[number] += 2e-4;
        var point = Optional.of(errors);
        assertThat(inputs(inputGradient(once), new double[SAMPLES][IN], point)).isTrue();
        assertThat(inputs(inputGradient(twice), new double[SAMPLES][IN], point)).isFalse();
        assertThat(answers(outputs(once), new double[SAMPLES][OUT], point)).isTrue();
        assertThat(answers(outputs(twice), new double[SAMPLES][OUT], point)).isEqualTo(number >= 13);
    }

    @Test
    void aWorstEntryIsNamed() {
        double[][] dx = inputGradient(NUMBERS);
        double right = dx[1][0];
        dx[1][0] += 1;
        dx[1][1] += 0.9e-3;
        TensorJudgement judgement = judge().inputs("dx", dx, new double[][] {{0, 0}, {0, 1e-3}}, KNOWN);
        assertThat(judgement.failing()).isEqualTo(1);
        assertThat(judgement.worst()).isEqualTo(new TensorJudgement.Worst(1, 0, right + 1, right));
    }

    /** y = x_1 + x_2 at (10^6/3, 10^6), t = y - 1: dL/dx = (1, 1), off by some roundings of 10^6. */
    @Test
    void theToleranceIsThatOfTheEntry() {
        var network =
                Network.dense(2, List.of(), 1, new Identity(), new Identity(), new HalfSquaredError(), Reduction.SUM);
        var samples = new Samples(new double[][] {{1e6 / 3, 1e6}}, new double[][] {{1e6 / 3 + 1e6 - 1}});
        var judge = new TensorJudge(new Point(network, new double[] {1, 1, 0}), samples, Precision.DOUBLE);
        assertThat(judge.inputs("dx", new double[][] {{1, 1 + 1e-10}}, new double[1][2], KNOWN)
                        .passes())
                .isTrue();
        assertThat(judge.inputs("dx", new double[][] {{1, 1 + 1e-6}}, new double[1][2], KNOWN)
                        .passes())
                .isFalse();
    }

    /**
     * y = 50 relu(x_1 + 2 x_2), the mean of two samples. At x = 0 delta = (0 - 1)/2 and dL/dx = -25 (1, 2) times a slope of 0, 1/2 or 1; at x =
     * (1, 1) delta = (150 - 149)/2 and dL/dx = 25 (1, 2).
     */
    @ParameterizedTest
    @ValueSource(doubles = {0, 0.5, 1, 0.75, -1, 2})
    void atAKinkEitherSideIsRight(double slope) {
        var network =
                Network.dense(2, List.of(1), 1, new Relu(), new Identity(), new HalfSquaredError(), Reduction.MEAN);
        var samples = new Samples(new double[][] {{0, 0}, {1, 1}}, new double[][] {{1}, {149}});
        var judge = new TensorJudge(new Point(network, new double[] {1, 2, 0, 50, 0}), samples, Precision.DOUBLE);
        double[][] claimed = {{-25 * slope, -50 * slope}, {25, 50}};
        boolean right = slope == 0 || slope == 0.5 || slope == 1;
        assertThat(judge.inputs("dx", claimed, new double[2][2], KNOWN).passes())
                .isEqualTo(right);
        claimed[0][1] += 1e-9;
        assertThat(judge.inputs("dx", claimed, new double[2][2], KNOWN).passes())
                .isFalse();
    }
}
