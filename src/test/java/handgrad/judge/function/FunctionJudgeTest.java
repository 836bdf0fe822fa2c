package handgrad.judge.function;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** {@code f = 1/2 sum x^2} has the gradient x; {@code exp} its own value; and so on: what is right is known here. */
class FunctionJudgeTest {
    private static double halfSquares(double[] x) {
        return DoubleStream.of(x).map(v -> v * v / 2).sum();
    }

    @Test
    void theGradientOfHalfTheSquaresIsThePoint() {
        double[] x = {0.3, -2, 0.07};
        FunctionJudgement judgement = Asked.of(FunctionJudgeTest::halfSquares, x, x);
        assertThat(judgement.passes()).isTrue();
        assertThat(judgement.loss()).isEqualTo((0.09 + 4 + 0.0049) / 2);
        TensorResult result = judgement.tensors().get(0);
        assertThat(result.judged()).isEqualTo(3);
        assertThat(result.resolution()).isLessThan(1e-9);
        assertThat(judgement.structures()).isEmpty();
        assertThat(judgement.remarks()).isEmpty();
        assertThat(judgement.losses()).as("far below the budget").isLessThan(200);
    }

    @Test
    void anErrorOfABillionthOfTheLargestEntryFailsAndIsShown() {
        FunctionJudgement judgement =
                Asked.of(FunctionJudgeTest::halfSquares, new double[] {0.3, -2, 0.07}, 0.3, -2, 0.07 + 2e-9);
        assertThat(judgement.passes()).isFalse();
        TensorResult result = judgement.tensors().get(0);
        assertThat(result.failing()).isEqualTo(1);
        Entry worst = result.worst().get(0);
        assertThat(worst.index()).containsExactly(2);
        assertThat(worst.right()).isCloseTo(0.07, org.assertj.core.data.Offset.offset(1e-10));
        assertThat(worst.tolerance()).isLessThan(2e-9);
    }

    @Test
    void whatRoundingExplainsPasses() {
        assertThat(Asked.of(FunctionJudgeTest::halfSquares, new double[] {0.3, -2}, 0.3 + 1e-16, -2 - 4e-16)
                        .passes())
                .isTrue();
    }

    /** Steps follow the function: {@code sin(1000 x)} and {@code exp(30 x)} change much faster than x itself. */
    @Test
    void fastFunctionsGetSmallSteps() {
        double x = 0.7;
        assertThat(Asked.of(v -> Math.sin(1000 * v[0]), new double[] {x}, 1000 * Math.cos(1000 * x))
                        .passes())
                .isTrue();
        assertThat(Asked.of(v -> Math.sin(1000 * v[0]), new double[] {x}, 1000 * Math.cos(1000 * x) + 1e-3)
                        .passes())
                .isFalse();
        assertThat(Asked.of(v -> Math.exp(30 * v[0]), new double[] {x}, 30 * Math.exp(30 * x))
                        .passes())
                .isTrue();
    }

    /** Beside y = 1, x = 1e-9 is nearly nothing; the step that suits x is one that suits y. */
    @Test
    void tinyTensorsAreMovedFarEnough() {
        var judge = new FunctionJudge(
                values -> Math.exp(values.get(0)[0]) * values.get(1)[0],
                List.of(
                        new Tensor("x", List.of(), new double[] {1e-9}, true),
                        new Tensor("y", List.of(), new double[] {1.25}, true)),
                Format.FLOAT64,
                Budget.DEFAULT,
                1);
        double e = Math.exp(1e-9);
        assertThat(judge.judge(List.of(new double[] {1.25 * e}, new double[] {e}), List.of())
                        .passes())
                .isTrue();
        assertThat(judge.judge(List.of(new double[] {1.25 * e + 1e-6}, new double[] {e}), List.of())
                        .passes())
                .isFalse();
    }

    /** log is not defined at and below 0, which steps of the usual size would reach from 1e-4 beside 1. */
    @Test
    void stepsStayWhereTheLossIsFinite() {
        double[] x = {1e-4, 1};
        assertThat(Asked.of(v -> Math.log(v[0]) + Math.log(v[1]), x, 1e4, 1).passes())
                .isTrue();
        assertThat(Asked.of(v -> Math.log(v[0]) + Math.log(v[1]), x, 1.0001e4, 1)
                        .passes())
                .isFalse();
    }

    @Test
    void nanAndInfinityNeverPass() {
        for (double wrong : new double[] {Double.NaN, Double.POSITIVE_INFINITY}) {
            FunctionJudgement judgement = Asked.of(FunctionJudgeTest::halfSquares, new double[] {1, 2}, 1, wrong);
            assertThat(judgement.passes()).isFalse();
            assertThat(judgement.tensors().get(0).failing()).isEqualTo(1);
        }
    }

    @Test
    void whereTheLossIsNotFiniteNothingPasses() {
        FunctionJudgement judgement = Asked.of(v -> Math.log(-v[0]), new double[] {1}, 1);
        assertThat(judgement.passes()).isFalse();
        assertThat(judgement.obstacle()).contains("the loss at this point is NaN: no gradient can be judged there");
    }

    @Test
    void chanceIsFoundByAskingTwice() {
        var random = new Random(1);
        FunctionJudgement judgement = Asked.of(v -> v[0] + 1e-6 * random.nextDouble(), new double[] {1}, 1);
        assertThat(judgement.passes()).isFalse();
        assertThat(judgement.obstacle().orElseThrow()).startsWith("the loss is not the same when it is asked twice");
    }

    /** Sums in another order with each call, as threads make them, differ by rounding only. */
    @Test
    void anotherOrderOfTheSameSumIsNoChance() {
        var calls = new AtomicInteger();
        double[] x = IntStream.range(0, 20).mapToDouble(i -> 1.0 / (i + 3)).toArray();
        FunctionJudgement judgement = Asked.of(
                v -> {
                    int first = calls.getAndIncrement() % v.length;
                    double sum = 0;
                    for (int i = 0; i < v.length; i++) {
                        sum += v[(i + first) % v.length] * v[(i + first) % v.length] / 2;
                    }
                    return sum;
                },
                x,
                x);
        assertThat(judgement.obstacle()).isEmpty();
        assertThat(judgement.passes()).isTrue();
    }

    /** A loss that is printed to seven digits scatters by 1e-7: what is smaller is not seen, and that is said. */
    @Test
    void aLossOfFewDigitsIsJudgedByTheseAndToldOf() {
        ToDoubleFunction<double[]> printed = v -> Math.rint(1e7 * Math.exp(v[0])) / 1e7;
        double right = Math.exp(0.3);
        assertThat(Asked.of(printed, new double[] {0.3}, right + 1e-8).passes()).isTrue();
        FunctionJudgement judgement = Asked.of(printed, new double[] {0.3}, right + 1e-3);
        assertThat(judgement.passes()).isFalse();
        assertThat(judgement.remarks()).anyMatch(remark -> remark.contains("fewer digits"));
    }

    @Test
    void nothingIsWrongThatWasNotLookedAtButItIsTold() {
        double[] x = IntStream.range(0, 500).mapToDouble(i -> Math.sin(i + 1.0)).toArray();
        FunctionJudgement judgement = Asked.judge(
                        FunctionJudgeTest::halfSquares, x, new Budget(300, Duration.ofMinutes(1)))
                .judge(List.of(x), List.of());
        TensorResult result = judgement.tensors().get(0);
        assertThat(judgement.losses()).isLessThanOrEqualTo(300);
        assertThat(result.judged()).isBetween(1, 100);
        assertThat(result.directions()).isGreaterThanOrEqualTo(4);
        assertThat(judgement.passes()).isTrue();
        assertThat(judgement.remarks()).anyMatch(remark -> remark.contains("of 500 entries were judged one by one"));
    }

    @Test
    void withoutLossesNothingPasses() {
        for (int losses : new int[] {0, 1, 10, 30}) {
            FunctionJudgement judgement = Asked.judge(
                            FunctionJudgeTest::halfSquares,
                            new double[] {1, 2},
                            new Budget(losses, Duration.ofMinutes(1)))
                    .judge(List.of(new double[] {1, 2}), List.of());
            assertThat(judgement.losses()).isLessThanOrEqualTo(losses);
            assertThat(judgement.passes()).as("%d losses", losses).isFalse();
        }
        assertThat(Asked.judge(FunctionJudgeTest::halfSquares, new double[] {1}, new Budget(1000, Duration.ZERO))
                        .judge(List.of(new double[] {1}), List.of())
                        .passes())
                .isFalse();
    }

    /** 1 of 3,000 entries is wrong: directions see it, and halving them finds it. */
    @Test
    void oneWrongEntryOfALargeTensorIsFound() {
        var random = new Random(3);
        double[] x = random.doubles(3_000, -1, 1).toArray();
        double[] claimed = x.clone();
        claimed[1_234] += 1e-3;
        FunctionJudge judge = Asked.judge(FunctionJudgeTest::halfSquares, x, new Budget(1000, Duration.ofMinutes(1)));
        FunctionJudgement judgement = judge.judge(List.of(claimed), List.of());
        assertThat(judgement.passes()).isFalse();
        TensorResult result = judgement.tensors().get(0);
        assertThat(result.failingDirections()).isEqualTo(result.directions());
        assertThat(result.worst().get(0).index()).containsExactly(1_234);
        assertThat(judge.judge(List.of(x), List.of()).passes()).isTrue();
    }

    @Test
    void equalSeedsGiveEqualJudgements() {
        var composition = new Composition(5, Format.FLOAT64);
        double[][] gradient = composition.gradient(Asked.point(composition));
        gradient[1][0] += 1e-3;
        assertThat(Asked.of(composition, gradient)).isEqualTo(Asked.of(composition, gradient));
    }

    @Test
    void theFunctionMayChangeWhatItIsGiven() {
        assertThat(Asked.of(
                                v -> {
                                    double sum = halfSquares(v);
                                    Arrays.fill(v, 7);
                                    return sum;
                                },
                                new double[] {0.5, 0.25},
                                0.5,
                                0.25)
                        .passes())
                .isTrue();
    }

    @Test
    void whatTheFunctionThrowsGoesThrough() {
        assertThatThrownBy(() -> Asked.of(
                        v -> {
                            throw new IllegalStateException("late");
                        },
                        new double[] {1},
                        1))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("late");
    }

    @Test
    void gradientsHaveToFitTheTensors() {
        var judge = Asked.judge(FunctionJudgeTest::halfSquares, new double[] {1, 2}, Budget.DEFAULT);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> judge.judge(List.of(new double[3]), List.of()))
                .withMessage("the gradient of x has the shape [2] but 3 values");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> judge.judge(List.of(), List.of()))
                .withMessage("1 tensors are differentiated but 0 gradients came");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Tensor("w", List.of(2, 3), new double[5], true))
                .withMessage("w has the shape [2, 3] but 5 values");
    }

    @Test
    void aFunctionWithoutDifferentiatedTensorsDoesNotPass() {
        var judge = new FunctionJudge(
                values -> 1,
                List.of(new Tensor("c", List.of(), new double[] {1}, false)),
                Format.FLOAT64,
                Budget.DEFAULT,
                1);
        assertThat(judge.judge(List.of(), List.of()).passes()).isFalse();
    }

    /** The loss does not depend on x: only zeros are right. */
    @Test
    void aGradientOfZerosIsRightWhereNothingMatters() {
        assertThat(Asked.of(v -> 3 + 0 * v[0], new double[] {0.7, 0.1}, 0, 0).passes())
                .isTrue();
        assertThat(Asked.of(v -> 3 + 0 * v[0], new double[] {0.7, 0.1}, 0, 1e-6).passes())
                .isFalse();
    }
}
