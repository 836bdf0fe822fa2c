package handgrad.network.function;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import handgrad.InputException;
import handgrad.network.array.Stretches;
import handgrad.network.function.rule.Adamw;
import handgrad.network.number.Plain;
import handgrad.network.number.Row;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * What every rule of descent promises: its definition, its form on stretches and ND4J's make the same steps. Worked examples
 * are in {@code RuleExamplesTest}, training runs in {@code UpdatersTest}.
 */
class RuleContractTest {
    private static final double ETA = 0.1;

    static List<Rule> all() {
        return Stream.concat(Definitions.all(Rule.class).stream(), Stream.of(new Adamw(0.1), new Adamw(0)))
                .toList();
    }

    private static Rule named(String text) {
        return Definitions.named(Rule.class, "rule", text);
    }

    /** What the definition remembers, and the steps that it makes of one gradient after the other. */
    private static final class Defined {
        private final Rule rule;
        private List<Row> memory;
        private int t;

        Defined(Rule rule, int size) {
            this.rule = rule;
            this.memory = Collections.nCopies(rule.memories(), Plain.of(new double[size]));
        }

        double[] step(double... g) {
            t++;
            Row row = Plain.of(g);
            Rule.Update update = rule.step(row, memory, row.constant(ETA), row.constant(t));
            assertThat(update.memory()).hasSize(rule.memories());
            memory = update.memory();
            return Grid.values(update.step());
        }
    }

    /** Gradients of all sizes, some of them 0 at times. */
    private static double[] gradient(Random random, int size) {
        return random.doubles(size, -1, 1)
                .map(g -> Math.abs(g) < 0.05 ? 0 : g * Math.pow(10, random.nextInt(7) - 4))
                .toArray();
    }

    /** 1,300 numbers in three stretches: memory is found where it was left, whatever stretch it belongs to. */
    @ParameterizedTest
    @MethodSource("all")
    void onStretchesItIsTheSame(Rule rule) {
        int size = 1300;
        var random = new Random(1);
        var defined = new Defined(rule, size);
        double[][] memory = new double[rule.memories()][size];
        double[] theta = random.doubles(size, -1, 1).toArray();
        for (int t = 1; t <= 100; t++) {
            double[] g = gradient(random, size);
            double[] step = defined.step(g);
            for (int from = 0; from < size; from += Stretches.LONGEST) {
                int count = Math.min(Stretches.LONGEST, size - from);
                double[] stretch = Stretches.memory();
                double[] slopes = Stretches.memory();
                System.arraycopy(theta, from, stretch, 0, count);
                System.arraycopy(g, from, slopes, 0, count);
                rule.step(stretch, slopes, count, memory, from, ETA, t);
                for (int i = 0; i < count; i++) {
                    double expected = theta[from + i] - step[from + i];
                    double scale = Math.max(Math.abs(expected), Math.abs(step[from + i]));
                    assertThat(Math.abs(stretch[i] - expected))
                            .as("step %d, entry %d: %s, expected %s", t, from + i, stretch[i], expected)
                            .isLessThanOrEqualTo(2e-15 * scale);
                    theta[from + i] = stretch[i];
                }
            }
        }
    }

    /** ND4J's updaters on the same gradients, in steps of 0, 1, 2, ... as DL4J counts; the decay of weights is not theirs. */
    @ParameterizedTest
    @MethodSource("all")
    void nd4jsUpdaterMakesTheSameSteps(Rule rule) {
        int size = 40;
        var random = new Random(2);
        var defined = new Defined(rule, size);
        var config = rule.counterpart(ETA);
        assertThat(config.stateSize(size)).isEqualTo((long) rule.memories() * size);
        assertThat(config.getLearningRate(0, 0)).isEqualTo(ETA);
        // None of nothing: ND4J's updater without a memory refuses one.
        INDArray state = rule.memories() == 0 ? null : Nd4j.zeros(DataType.DOUBLE, 1, rule.memories() * size);
        var updater = config.instantiate(state, true);
        for (int t = 0; t < 50; t++) {
            double[] g = gradient(random, size);
            INDArray array = Nd4j.createFromArray(new double[][] {g});
            updater.applyUpdater(array, t, 0);
            Grid.assertClose("step " + t, array.toDoubleVector(), defined.step(g), 1e-14);
        }
    }

    /** Nothing is divided by 0 where no gradient has ever been, and what is not a number does not vanish. */
    @ParameterizedTest
    @MethodSource("all")
    void aGradientOfZeroMovesNothing(Rule rule) {
        var defined = new Defined(rule, 2);
        for (double step : defined.step(0, -0.0)) {
            assertThat(step).isZero();
        }
        assertThat(defined.step(0, Double.NaN)[1]).isNaN();
        assertThat(defined.step(0, 0)[0]).isZero();
        double[] theta = Stretches.memory();
        double[] g = Stretches.memory();
        g[1] = Double.NaN;
        rule.step(theta, g, 2, new double[rule.memories()][2], 0, ETA, 1);
        assertThat(theta[0]).isZero();
        assertThat(theta[1]).isNaN();
    }

    /** The first step goes against the gradient, and what is remembered begins at 0, so that it does so for either sign. */
    @ParameterizedTest
    @MethodSource("all")
    void theFirstStepGoesAgainstTheGradient(Rule rule) {
        double[] step = new Defined(rule, 2).step(0.3, -0.3);
        assertThat(step[0]).isPositive().isEqualTo(-step[1]);
    }

    @Test
    void onlyAdamwDecays() {
        for (Rule rule : all()) {
            double decay = rule instanceof Adamw adamw ? adamw.decay() : 0;
            assertThat(rule.decay()).as(rule.id()).isEqualTo(decay);
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void whatIsWrittenIsReadAgain(Rule rule) {
        assertThat(named(rule.id())).isEqualTo(rule);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "adamw(-1) | rule 'adamw(-1)': expected a decay of at least 0, as in adamw(0.01)",
                "adamw(0.1, 0.2) | rule 'adamw(0.1, 0.2)': expected one number, its decay, as in adamw(0.01)",
                "adamw(much) | rule 'adamw(much)': expected a number, found 'much'",
                "adam(0.1) | rule 'adam(0.1)': expected no number, adam has none"
            })
    void wrongNumbersAreRefused(String text, String message) {
        assertThatThrownBy(() -> named(text)).isInstanceOf(InputException.class).hasMessage(message);
    }
}
