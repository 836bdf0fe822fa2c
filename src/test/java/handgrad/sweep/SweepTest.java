package handgrad.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import handgrad.InputException;
import handgrad.input.data.Task;
import handgrad.lab.Experiment;
import handgrad.lab.Experiments;
import handgrad.train.Outcome.Ending;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which runs a sweep has, and what is refused before any is made. */
class SweepTest {
    static Sweep xor(Axis... axes) {
        Experiment xor = Experiments.named("xor-cross-entropy");
        return Sweep.of(xor, xor.defaults(), Arrays.asList(axes));
    }

    private static List<String> values(Choice choice, String text) {
        Values values = Axis.of(choice, text).values();
        return LongStream.range(0, values.count()).mapToObj(values::at).toList();
    }

    @Test
    void runsAreCountedWithTheSeedFastestWhateverTheOrderOfTheOptions() {
        Axis rates = Axis.of(Choice.LEARNING_RATE, "0.1,1");
        Axis widths = Axis.of(Choice.HIDDEN, "2,8x4");
        Axis seeds = Axis.of(Choice.SEED, "5..7");
        Sweep sweep = xor(seeds, rates, widths);
        assertThat(sweep.identity()).isEqualTo(xor(widths, seeds, rates).identity());
        assertThat(sweep.size()).isEqualTo(12);
        assertThat(sweep.values(0)).containsExactly("2", "0.1", "5");
        assertThat(sweep.values(4)).containsExactly("2", "1", "6");
        assertThat(sweep.values(11)).containsExactly("8x4", "1", "7");
        assertThat(sweep.settings(11).hidden()).containsExactly(8, 4);
        assertThat(sweep.settings(11).seed()).isEqualTo(7);
        assertThat(sweep.settings(11).descent().learningRate()).isEqualTo(1);
        assertThat(sweep.words(11))
                .containsExactly("xor-cross-entropy", "--hidden", "8,4", "--learning-rate", "1", "--seed", "7");
    }

    @Test
    void rangesCountOrAreSpacedAtEqualDistancesOrRatios() {
        assertThat(values(Choice.SEED, "3..6")).containsExactly("3", "4", "5", "6");
        // 0.1 + i 0.3
        assertThat(values(Choice.LEARNING_RATE, "0.1..1:4")).containsExactly("0.1", "0.4", "0.7", "1");
        // Powers of ten.
        assertThat(values(Choice.LEARNING_RATE, "0.001..1:log4")).containsExactly("0.001", "0.01", "0.1", "1");
        assertThat(values(Choice.HIDDEN, "2..16:log4")).containsExactly("2", "4", "8", "16");
        // 1, 1.5, 2, 2.5, 3, each rounded: those that come twice once.
        assertThat(values(Choice.EPOCHS, "1..3:5")).containsExactly("1", "2", "3");
        assertThat(values(Choice.UPDATER, "sgd,adam(0.9,0.99)")).containsExactly("sgd", "adam(0.9,0.99)");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            SEED          | 5..1       | --seeds 5..1: runs backwards, expected 1..5
            SEED          | 1..x       | --seeds 1..x: expected a whole number, found 'x'
            SEED          | 1..        | --seeds 1..: expected a whole number, found ''
            LEARNING_RATE | 0.1,,1     | --learning-rate 0.1,,1: expected values with commas between them, found an empty one
            LEARNING_RATE | 0.1,1e-1   | --learning-rate 0.1,1e-1: 0.1 is given twice
            LEARNING_RATE | fast       | --learning-rate fast: expected a number, found 'fast'
            LEARNING_RATE | NaN        | --learning-rate NaN: expected a finite number, found 'NaN'
            LEARNING_RATE | 0.1..1     | --learning-rate 0.1..1: expected how many numbers, as in 0.1..1:10 at equal distances or 0.1..1:log10 at equal ratios
            LEARNING_RATE | 0..1:log5  | --learning-rate 0..1:log5: expected a first number above 0, where ratios are equal
            LEARNING_RATE | 0.1..1:1   | --learning-rate 0.1..1:1: expected 2 to 100,000,000 numbers, found 1
            LEARNING_RATE | -1         | --learning-rate -1.0: expected a finite number above 0
            HIDDEN        | 0          | --hidden [0]: expected widths from 1 to 100000
            HIDDEN        | wide       | --hidden wide: expected whole numbers below 2^31, layers joined by x as in 8x4
            BATCH_SIZE    | 5          | --batch-size 5: expected 1 to 4, the training samples of xor-cross-entropy
            SPLIT_SEED    | 1          | --split-seed: xor-cross-entropy has no test set to split off
            UPDATER       | adma       | unknown updater 'adma': did you mean 'adam'?
            SEED          | 1..100000001 | 100,000,001 combinations: expected at most 100,000,000
            """)
    void whatCannotBeIsOneSentence(Choice choice, String text, String sentence) {
        assertThatThrownBy(() -> xor(Axis.of(choice, text)))
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith(sentence);
    }

    @Test
    void aStudyIsNotSwept() {
        Experiment study = Experiments.named("xor-starting-points");
        assertThatThrownBy(() -> Sweep.of(study, study.defaults(), List.of()))
                .hasMessage("xor-starting-points: is a study of several runs, expected an experiment of one run");
    }

    @Test
    void aCriterionIsReadAndRefused() {
        var lost = new Finished(0, Double.NaN, 1, 1, Ending.NOT_FINITE, 0);
        var good = new Finished(0, 0.009, 0.75, 1, Ending.COMPLETED, 0);
        Criterion loss = Criterion.parse(" loss < 0.01", Task.Kind.CLASSIFICATION);
        assertThat(loss.met(good)).isTrue();
        assertThat(loss.met(lost)).isFalse();
        assertThat(Criterion.of(Task.Kind.CLASSIFICATION).met(good)).isFalse();
        assertThat(Criterion.of(Task.Kind.CLASSIFICATION).met(lost)).isFalse();
        assertThatThrownBy(() -> Criterion.parse("r2>0.5", Task.Kind.CLASSIFICATION))
                .hasMessage("--learned r2>0.5: expected loss or accuracy, found 'r2'");
        assertThatThrownBy(() -> Criterion.parse("good", Task.Kind.REGRESSION))
                .hasMessage("--learned good: expected such as \"loss<0.01\" or \"r2>=0.9\"");
    }
}
