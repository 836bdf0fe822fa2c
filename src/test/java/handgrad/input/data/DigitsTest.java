package handgrad.input.data;

import static org.assertj.core.api.Assertions.assertThat;

import handgrad.engine.Batch;
import handgrad.engine.Rows;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;

/**
 * The digits and their split. Figures are NumPy's: {@code d} is the shipped file as an array [1797, 65],
 * {@code p = np.random.RandomState(1).permutation(1797)}, {@code d[p[:360]]} the test set.
 */
class DigitsTest {
    private static final Split SPLIT = Digits.split(DataType.DOUBLE, 1);
    private static final Batch TRAIN = SPLIT.train();
    private static final Batch TEST = SPLIT.test().orElseThrow();

    @Test
    void aFifthIsKeptForTheTest() {
        assertThat(TRAIN.x().shape()).containsExactly(1437, 64);
        assertThat(TRAIN.y().shape()).containsExactly(1437, 10);
        assertThat(TEST.x().shape()).containsExactly(360, 64);
        assertThat(TEST.y().shape()).containsExactly(360, 10);
        assertThat(Digits.TRAINING_SAMPLES).isEqualTo(1437);
    }

    /** {@code d[p[:10], 64]} and {@code d[p[360:370], 64]}. */
    @Test
    void theSplitIsThatOfANumpyPermutation() {
        assertThat(Answers.of(TEST.y()).classes()).startsWith(1, 5, 0, 7, 1, 0, 6, 1, 5, 4);
        assertThat(Answers.of(TRAIN.y()).classes()).startsWith(4, 9, 6, 4, 2, 6, 0, 0, 5, 6);
    }

    /** {@code p = np.random.RandomState(0).permutation(1797); d[p[:10], 64]}. */
    @Test
    void anotherSeedSplitsOtherwise() {
        Batch test = Digits.split(DataType.DOUBLE, 0).test().orElseThrow();
        assertThat(Answers.of(test.y()).classes()).startsWith(2, 8, 2, 6, 6, 7, 1, 9, 8, 5);
    }

    /** {@code d[p[0], :16]}, two rows of pixels of the first test digit. */
    @Test
    void pixelsAreDividedBySixteen() {
        double[] expected = {0, 0, 6, 16, 11, 0, 0, 0, 0, 0, 9, 16, 16, 5, 0, 0};
        double[] pixels = Arrays.stream(Rows.of(TEST.x())[0])
                .limit(16)
                .map(pixel -> 16 * pixel)
                .toArray();
        assertThat(pixels).containsExactly(expected);
    }

    /** {@code d[p[:360], :64].sum()} is 112081, {@code d[p[360:], :64].sum()} is 449637; sixteenths are exact. */
    @Test
    void allPixelsAreThere() {
        assertThat(TEST.x().sumNumber().doubleValue()).isEqualTo(112081 / 16.0);
        assertThat(TRAIN.x().sumNumber().doubleValue()).isEqualTo(449637 / 16.0);
    }

    @Test
    void valuesLieBetweenZeroAndOne() {
        assertThat(Stream.of(TRAIN, TEST).flatMap(batch -> Arrays.stream(Rows.of(batch.x()))))
                .allSatisfy(row -> assertThat(Arrays.stream(row)).allMatch(pixel -> pixel >= 0 && pixel <= 1));
    }

    @Test
    void labelsAreOneHot() {
        assertThat(Stream.of(TRAIN, TEST).flatMap(batch -> Arrays.stream(Rows.of(batch.y()))))
                .allSatisfy(row -> {
                    assertThat(Arrays.stream(row)).allMatch(entry -> entry == 0 || entry == 1);
                    assertThat(Arrays.stream(row).sum()).isEqualTo(1);
                });
    }

    /** {@code np.bincount(d[p[:360], 64])} and {@code np.bincount(d[:, 64])}. */
    @Test
    void everyClassIsThereAsOftenAsInTheFile() {
        List<Integer> test = counts(TEST);
        List<Integer> train = counts(TRAIN);
        assertThat(test).containsExactly(43, 35, 36, 41, 38, 30, 37, 37, 29, 34);
        var both = new int[10];
        Arrays.setAll(both, k -> test.get(k) + train.get(k));
        assertThat(both).containsExactly(178, 182, 177, 183, 181, 182, 181, 179, 174, 180);
    }

    private static List<Integer> counts(Batch batch) {
        int[] counts = new int[10];
        Answers.of(batch.y()).classes().forEach(label -> counts[label]++);
        return Arrays.stream(counts).boxed().toList();
    }

    @Test
    void singlePrecisionHoldsTheSamePixels() {
        Split single = Digits.split(DataType.FLOAT, 1);
        assertThat(single.train().x().dataType()).isEqualTo(DataType.FLOAT);
        assertThat(Rows.of(single.train().x()))
                .as("sixteenths are exact in both")
                .isDeepEqualTo(Rows.of(TRAIN.x()));
    }
}
