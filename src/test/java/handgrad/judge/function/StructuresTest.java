package handgrad.judge.function;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Mistakes planted in {@link BatchNorm}'s right gradient of x [6, 4], gamma [4], beta [4], and what is read from each. */
class StructuresTest {
    private final BatchNorm norm = new BatchNorm();
    private final double[][] point = Asked.point(norm);
    private final double[][] gradient = norm.gradient(point);

    private String read(Intermediate... intermediates) {
        FunctionJudgement judgement = Asked.of(norm, gradient, intermediates);
        assertThat(judgement.passes()).isFalse();
        return Asked.sentences(judgement);
    }

    private void each(int tensor, DoubleUnaryOperator change) {
        gradient[tensor] = Arrays.stream(gradient[tensor]).map(change).toArray();
    }

    @Test
    void theRightGradientHasNone() {
        FunctionJudgement judgement = Asked.of(norm, gradient);
        assertThat(judgement.passes()).isTrue();
        assertThat(judgement.structures()).isEmpty();
    }

    @Test
    void zeros() {
        gradient[1] = new double[4];
        assertThat(read()).isEqualTo("the gradient of 'gamma' is zero");
    }

    @Test
    void theOppositeSign() {
        each(0, entry -> -entry);
        assertThat(read()).isEqualTo("the gradient of 'x' is the right one with the opposite sign (-1 times)");
    }

    @Test
    void factorsAreToldByWhatTheyAre() {
        each(2, entry -> 2 * entry);
        assertThat(read()).isEqualTo("the gradient of 'beta' is 2 times the right one");
        each(2, entry -> entry / 4);
        assertThat(read()).isEqualTo("the gradient of 'beta' is half the right one");
        each(2, entry -> 12 * entry);
        assertThat(read())
                .isEqualTo("the gradient of 'beta' is 6 times the right one (6 is the size of axis 0 of 'x')");
        each(2, entry -> -entry / 36);
        assertThat(read())
                .isEqualTo(
                        "the gradient of 'beta' is 0.166667 times the right one, with the opposite sign (1/6; 6 is the size of axis 0 of 'x')");
        each(2, entry -> -entry * 36 / 5);
        assertThat(read())
                .as("N - 1 for N")
                .isEqualTo(
                        "the gradient of 'beta' is 1.20000 times the right one (6/5; 6 is the size of axis 0 of 'x')");
        each(2, entry -> entry * 0.777 / 1.2);
        assertThat(read()).isEqualTo("the gradient of 'beta' is 0.777000 times the right one");
    }

    @Test
    void gradientsOfTwoTensorsInTheWrongPlaces() {
        double[] gamma = gradient[1];
        gradient[1] = gradient[2];
        gradient[2] = gamma;
        assertThat(read())
                .isEqualTo("the gradient of 'gamma' is that of 'beta'; the gradient of 'beta' is that of 'gamma'");
    }

    @Test
    void transposed() {
        double[] right = gradient[0];
        gradient[0] = IntStream.range(0, 24)
                .mapToDouble(i -> right[i % 6 * 4 + i / 6])
                .toArray();
        assertThat(read()).isEqualTo("the gradient of 'x' is transposed: its entry [i, j] stands where [j, i] belongs");
    }

    @Test
    void reversedAndMoved() {
        double[] right = gradient[0];
        gradient[0] = IntStream.range(0, 24)
                .mapToDouble(i -> right[i / 4 * 4 + 3 - i % 4])
                .toArray();
        assertThat(read()).isEqualTo("the gradient of 'x' is reversed along axis 1");
        gradient[0] =
                IntStream.range(0, 24).mapToDouble(i -> right[(i + 20) % 24]).toArray();
        assertThat(read()).isEqualTo("the gradient of 'x' is moved on by 1 along axis 0, round the end");
    }

    @Test
    void addedUpAlongTheWrongPlaces() {
        gradient[2] = Arrays.copyOfRange(point[3], 20, 24);
        assertThat(read())
                .isEqualTo(
                        "the gradient of 'beta' is the last entry along axis 0 of 'up' where the sum along axis 0 is right");
    }

    @Test
    void aProductThatIsNotAddedUp() {
        var h = new Intermediate("h", List.of(6, 4), BatchNorm.forward(point[0]).h(), Optional.empty());
        gradient[1] = IntStream.range(0, 4)
                .mapToDouble(i -> point[3][i] * h.values()[i])
                .toArray();
        assertThat(read(h))
                .startsWith(
                        "the gradient of 'gamma' is the first entry along axis 0 of 'up' times 'h' where the sum along axis 0 is right");
    }

    @Test
    void factorsWithANameThatAreMissingOrDoubled() {
        double[] right = gradient[0];
        gradient[0] = IntStream.range(0, 24)
                .mapToDouble(i -> right[i] / point[1][i % 4])
                .toArray();
        assertThat(read())
                .isEqualTo("the entries of 'gamma' are missing as factors along axis 1 of the gradient of 'x'");
        gradient[0] = IntStream.range(0, 24)
                .mapToDouble(i -> right[i] * point[1][i % 4])
                .toArray();
        assertThat(read())
                .isEqualTo(
                        "the gradient of 'x' has the entries of 'gamma' as factors along axis 1 once too often, or is not divided by them");
    }

    @Test
    void factorsWithoutAName() {
        double[] deviation = BatchNorm.forward(point[0]).deviation();
        double[] right = gradient[0];
        gradient[0] = IntStream.range(0, 24)
                .mapToDouble(i -> right[i] * deviation[i % 4])
                .toArray();
        assertThat(read()).isEqualTo("the gradient of 'x' has a factor of its own for each index along axis 1");
        var named = new Intermediate("std", List.of(4), deviation, Optional.empty());
        assertThat(read(named))
                .isEqualTo(
                        "the gradient of 'x' has the entries of 'std' as factors along axis 1 once too often, or is not divided by them");
    }

    @Test
    void theMeanThatIsNotTakenOff() {
        gradient[0] = norm.gradient(0, 1, point)[0];
        assertThat(read())
                .isEqualTo(
                        "the gradient of 'x' is right but for its mean along axis 0, which is not taken off, or taken off twice");
    }

    @Test
    void theMeanThatIsTakenOffTheWrongGradient() {
        double mean = Arrays.stream(gradient[2]).average().orElseThrow();
        each(2, entry -> entry - mean);
        assertThat(read()).isEqualTo("the mean along axis 0 is taken off the gradient of 'beta', and should not be");
    }

    @Test
    void sumsAndMeansInEveryPlace() {
        double sum = Arrays.stream(gradient[2]).sum();
        each(2, entry -> sum);
        assertThat(read()).isEqualTo("every entry of the gradient of 'beta' is the sum of the right ones along axis 0");
        each(2, entry -> sum / 4);
        assertThat(read())
                .isEqualTo("every entry of the gradient of 'beta' is the mean of the right ones along axis 0");
        each(2, entry -> 0.123);
        assertThat(read())
                .isEqualTo("the gradient of 'beta' is the same in all places along axis 0, and the right one is not");
    }

    @Test
    void aConstantThatIsAdded() {
        each(2, entry -> entry + 0.05);
        assertThat(read()).startsWith("the gradient of 'beta' is off by the same amount in all places along axis 0");
    }

    /** Without the term with h the difference is a multiple of h in each column, and h is x less its mean, scaled. */
    @Test
    void theProjectionThatIsLeftOut() {
        gradient[0] = norm.gradient(1, 0, point)[0];
        assertThat(read())
                .startsWith(
                        "the gradient of 'x' is off by a multiple of 'x' less its mean, another one for each place outside axis 0");
    }

    @Test
    void aPenaltyThatTheLossDoesNotHave() {
        for (int i = 0; i < 24; i++) {
            gradient[0][i] += 0.01 * point[0][i];
        }
        assertThat(read()).isEqualTo("the gradient of 'x' is the right one plus 0.0100000 times 'x'");
    }

    @Test
    void wrongRowsAreReadByThemselves() {
        for (int i = 8; i < 16; i++) {
            gradient[0][i] *= -1;
        }
        assertThat(read())
                .isEqualTo(
                        "the gradient of 'x' is wrong at index 2, 3 of axis 0 only, where it is the right one with the opposite sign (-1 times)");
    }

    @Test
    void entriesHereAndThere() {
        gradient[0][5] += 1e-3;
        assertThat(read())
                .isEqualTo("one of 24 entries of the gradient of 'x' is wrong, at [1, 1]; the others are right");
        gradient[0][10] += 2e-3;
        gradient[0][19] -= 1e-3;
        assertThat(read()).startsWith("3 of 24 entries of the gradient of 'x' are wrong and the others right");
        gradient[0][5] = 0;
        gradient[0][10] = 0;
        gradient[0][19] = 0;
        assertThat(read()).startsWith("3 of 24 entries of the gradient of 'x' are 0 where the right ones are not");
    }

    @Test
    void termsAreCounted() {
        Intermediate[] terms = norm.intermediates().toArray(Intermediate[]::new);
        gradient[0] = norm.gradient(0, 1, point)[0];
        assertThat(read(terms))
                .endsWith("in the gradient of 'x', 'mean_term' is missing: it enters 0.00 times where -1.00 is right");
        gradient[0] = norm.gradient(2, 1, point)[0];
        assertThat(read(terms)).endsWith("in the gradient of 'x', 'mean_term' enters -2.00 times where -1.00 is right");
        gradient[0] = norm.gradient(1, 0, point)[0];
        assertThat(read(terms))
                .endsWith("in the gradient of 'x', 'h_term' is missing: it enters 0.00 times where -1.00 is right");
    }

    /** What is no mistake of these gets no story. */
    @Test
    void nothingIsReadIntoNoise() {
        var random = new Random(11);
        each(0, entry -> random.nextGaussian());
        each(1, entry -> random.nextGaussian());
        assertThat(read(norm.intermediates().toArray(Intermediate[]::new))).isEmpty();
    }
}
