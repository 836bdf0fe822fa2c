package handgrad.network.function;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import handgrad.InputException;
import handgrad.engine.NativeMatrix;
import handgrad.engine.Rows;
import handgrad.judge.oracle.Derivative;
import handgrad.network.function.activation.Identity;
import handgrad.network.function.loss.Huber;
import handgrad.network.number.Plain;
import handgrad.network.number.Row;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** What every loss promises: its definition, its derivative by hand, both on arrays, and DL4J's are one function. */
class LossContractTest {
    private static final Offset<Double> ROUNDING = Offset.offset(1e-15);

    static List<Loss> all() {
        return Stream.concat(Definitions.all(Loss.class).stream(), Stream.of(new Huber(0.5), new Huber(3)))
                .toList();
    }

    /** Every loss with every output that it is defined on. */
    static Stream<Arguments> onOutputs() {
        return all().stream().flatMap(loss -> ActivationContractTest.all().stream()
                .filter(loss::accepts)
                .map(f -> Arguments.of(loss, f)));
    }

    /** The ways in which delta is made: f' of 1, known from a, known from z, of a whole row. */
    static Stream<Arguments> onSomeOutputs() {
        return onOutputs().filter(both -> Set.of("identity", "sigmoid", "silu", "softmax")
                .contains(((Activation) both.get()[1]).id()));
    }

    private static Loss named(String text) {
        return Definitions.named(Loss.class, "loss", text);
    }

    private static double sum(double... values) {
        return Arrays.stream(values).sum();
    }

    /** The loss of one sample. */
    private static double of(Loss loss, Activation f, double[] z, double... t) {
        Row row = Plain.of(z);
        return sum(Grid.values(loss.of(row, f.of(row), Plain.of(t))));
    }

    /** {@code dL/dz}, by hand. */
    private static double[] delta(Loss loss, Activation f, double[] z, double... t) {
        Row row = Plain.of(z);
        return Grid.values(loss.delta(f, row, f.of(row), Plain.of(t)));
    }

    private static double[] targets(Loss loss, Random random, int nOut) {
        return loss.target(random, nOut);
    }

    /** The fewest outputs that both take. */
    private static int outputs(Loss loss, Activation f) {
        return Math.max(loss.fewestOutputs(), f.entrywise() ? 1 : 2);
    }

    /**
     * Of the outputs 3, 5 for the targets 2, 7 the errors e are 1, -2:
     *
     * <pre>
     * half-squared-error  1/2 (1 + 4), slope e
     * mean-squared-error  (1 + 4) / 2, slope 2/2 e
     * absolute-error      1 + 2, slope the signs
     * huber               1/2 1^2 and 1 (2 - 1/2), slope 1, -1
     * huber(0.5)          0.5 (1 - 0.25) and 0.5 (2 - 0.25), slope 0.5, -0.5
     * huber(3)            as half-squared-error, within the threshold
     * </pre>
     */
    @ParameterizedTest
    @CsvSource({
        "half-squared-error, 2.5, 1, -2",
        "mean-squared-error, 2.5, 1, -2",
        "absolute-error, 3, 1, -1",
        "huber, 2, 1, -1",
        "huber(0.5), 1.25, 0.5, -0.5",
        "huber(3), 2.5, 1, -2"
    })
    void knownValues(String name, double value, double slope0, double slope1) {
        double[] z = {3, 5};
        assertThat(of(named(name), new Identity(), z, 2, 7)).isEqualTo(value);
        assertThat(delta(named(name), new Identity(), z, 2, 7)).containsExactly(slope0, slope1);
        assertThat(Grid.values(named(name).slope(Plain.of(z), Plain.of(2, 7)))).containsExactly(slope0, slope1);
        assertThat(of(named(name), new Identity(), z, z)).as("no error").isZero();
        assertThat(delta(named(name), new Identity(), z, z)).containsExactly(0, 0);
    }

    /**
     * At z = ln 3 and 0 sigmoid is 3/4 and 1/2; for t = 0, 1 the loss is -ln 1/4 - ln 1/2. Softmax of (0, ln 2, ln 5) is
     * (1, 2, 5) / 8: -ln 1/4 for the second, whose slope in y is -1 / (1/4).
     */
    @Test
    void knownValuesOfTheCrossEntropies() {
        Activation sigmoid = Definitions.named(Activation.class, "activation", "sigmoid");
        Activation softmax = Definitions.named(Activation.class, "activation", "softmax");
        double[] even = {Math.log(3), 0};
        assertThat(of(named("binary-cross-entropy"), sigmoid, even, 0, 1))
                .isCloseTo(Math.log(4) + Math.log(2), ROUNDING);
        assertThat(delta(named("binary-cross-entropy"), sigmoid, even, 0, 1))
                .containsExactly(new double[] {0.75, -0.5}, ROUNDING);
        assertThat(Grid.values(named("binary-cross-entropy").slope(Plain.of(0.75, 0.5), Plain.of(0, 1))))
                .containsExactly(4, -2);
        double[] odds = {0, Math.log(2), Math.log(5)};
        assertThat(of(named("cross-entropy"), softmax, odds, 0, 1, 0)).isCloseTo(Math.log(4), ROUNDING);
        assertThat(delta(named("cross-entropy"), softmax, odds, 0, 1, 0))
                .containsExactly(new double[] {0.125, -0.75, 0.625}, ROUNDING);
        assertThat(Grid.values(named("cross-entropy").slope(Plain.of(0.125, 0.25, 0.625), Plain.of(0, 1, 0))))
                .containsExactly(-0.0, -4, -0.0);
    }

    /** Scores 3, 5, 2, 2.5 of which the first is right: 5 is 2 too many and lacks 1 more, 2 is low enough, 2.5 lacks 1/2. */
    @Test
    void knownValuesOfTheHinge() {
        double[] scores = {3, 5, 2, 2.5};
        assertThat(of(named("multiclass-hinge"), new Identity(), scores, 1, 0, 0, 0))
                .isEqualTo(3.5);
        assertThat(delta(named("multiclass-hinge"), new Identity(), scores, 1, 0, 0, 0))
                .as("at the kink of the third as below it")
                .containsExactly(-2, 1, 0, 1);
    }

    /** The tangent of the definition through f along u is {@code delta u}; through y alone it is {@code slope u}. */
    @ParameterizedTest
    @MethodSource("onOutputs")
    void theDerivativeByHandIsTheTangentOfTheDefinition(Loss loss, Activation f) {
        var random = new Random(1);
        for (int trial = 0; trial < 50; trial++) {
            int nOut = outputs(loss, f) + random.nextInt(4);
            double[] z = random.doubles(nOut, -4, 4).toArray();
            double[] u = random.doubles(nOut, -1, 1).toArray();
            Plain t = Plain.of(targets(loss, random, nOut));
            double tangent = sum(Derivative.along(row -> loss.of(row, f.of(row), Derivative.still(t, row)), z, u));
            double byHand = dot(delta(loss, f, z, t.values()), u);
            assertThat(byHand).isCloseTo(tangent, Offset.offset(1e-14 * Math.max(1, Math.abs(tangent)) * nOut));
            double[] y = Grid.values(f.of(Plain.of(z)));
            double inY = sum(Derivative.along(
                    row -> {
                        Row still = Derivative.still(t, row);
                        return loss.textbook(row, still).orElseGet(() -> loss.of(row, row, still));
                    },
                    y,
                    u));
            double slope = dot(Grid.values(loss.slope(Plain.of(y), t)), u);
            assertThat(slope).isCloseTo(inY, Offset.offset(1e-13 * Math.max(1, Math.abs(inY)) * nOut));
        }
    }

    private static double dot(double[] a, double... b) {
        double sum = 0;
        for (int k = 0; k < a.length; k++) {
            sum += a[k] * b[k];
        }
        return sum;
    }

    /** {@code (L(z + h u) - L(z - h u)) / 2h} with h = 6e-6, off by h^2 and by the rounding of L over h. */
    @ParameterizedTest
    @MethodSource("onOutputs")
    void theDerivativeByHandIsNearCentralDifferences(Loss loss, Activation f) {
        var random = new Random(2);
        double h = Math.cbrt(Math.ulp(1.0));
        for (int trial = 0; trial < 20; trial++) {
            int nOut = outputs(loss, f) + random.nextInt(4);
            double[] z = random.doubles(nOut, -4, 4).toArray();
            double[] u = random.doubles(nOut, -1, 1).toArray();
            double[] t = targets(loss, random, nOut);
            double difference = (of(loss, f, moved(z, h, u), t) - of(loss, f, moved(z, -h, u), t)) / (2 * h);
            assertThat(dot(delta(loss, f, z, t), u)).isCloseTo(difference, Offset.offset(1e-7));
        }
    }

    private static double[] moved(double[] z, double h, double... u) {
        double[] moved = z.clone();
        for (int k = 0; k < z.length; k++) {
            moved[k] += h * u[k];
        }
        return moved;
    }

    /** Where the textbook's formula loses nothing, it is the same number. */
    @ParameterizedTest
    @MethodSource("onOutputs")
    void theTextbooksFormulaIsTheSameFunction(Loss loss, Activation f) {
        var random = new Random(5);
        double[] z = random.doubles(3, -2, 2).toArray();
        Plain t = Plain.of(targets(loss, random, 3));
        Row y = f.of(Plain.of(z));
        loss.textbook(y, t).ifPresent(row -> assertThat(sum(Grid.values(row)))
                .isCloseTo(of(loss, f, z, t.values()), Offset.offset(1e-14)));
    }

    @ParameterizedTest
    @MethodSource("onSomeOutputs")
    void onArraysOfAnyShapeItIsTheSame(Loss loss, Activation f) {
        var random = new Random(3);
        var loops = new Loops();
        for (DataType type : List.of(DataType.DOUBLE, DataType.FLOAT)) {
            for (int[] shape : Grid.SHAPES) {
                if (shape[1] >= outputs(loss, f)) {
                    double[][] z = Grid.random(random, shape[0], shape[1], 4);
                    double[][] t = Grid.rows(shape[0], i -> targets(loss, random, shape[1]));
                    assertSame(loss, f, type, z, t, loops);
                }
            }
        }
    }

    private static void assertSame(
            Loss loss, Activation f, DataType type, double[][] given, double[][] targets, Loops loops) {
        String what = "%s on %s, %s, %d x %d".formatted(loss.id(), f.id(), type, given.length, given[0].length);
        NativeMatrix z = Grid.matrix(type, given);
        NativeMatrix y = Grid.matrix(type, Grid.rows(given.length, i -> Grid.values(f.of(Plain.of(given[i])))));
        NativeMatrix t = Grid.matrix(type, targets);
        double[][] outputs = Grid.rows(y);
        double[][] rounded = Grid.rows(t);
        double expected = 0;
        double[][] expectedDelta = new double[given.length][];
        for (int i = 0; i < given.length; i++) {
            Row row = Plain.of(given[i]);
            Row output = Plain.of(outputs[i]);
            Row target = Plain.of(rounded[i]);
            expected += sum(Grid.values(loss.of(row, output, target)));
            expectedDelta[i] = Grid.values(loss.delta(f, row, output, target));
        }
        // The sum is of doubles in either precision.
        assertThat(loss.sum(z, y, t, loops))
                .as(what)
                .isCloseTo(expected, Offset.offset(1e-14 * Math.max(1, Math.abs(expected)) * given[0].length));
        NativeMatrix delta = Grid.zeros(type, given);
        loss.delta(f, z, y, t, delta, loops);
        Grid.assertClose(
                what, Grid.rows(delta), expectedDelta, 4 * Grid.tolerance(type) * Math.max(4, given[0].length));
        assertThat(Grid.rows(t)).as("targets are not written").isDeepEqualTo(rounded);
        assertThat(Grid.rows(y)).as("outputs are not written").isDeepEqualTo(outputs);
    }

    /** Saturated outputs, and errors of 0: everything is finite, and on arrays the same. */
    @ParameterizedTest
    @MethodSource("onOutputs")
    void nothingIsLostAtFinitePoints(Loss loss, Activation f) {
        double[][] z = Grid.rows(Grid.HARD.length, i -> new double[] {Grid.HARD[i], 0.5});
        for (double[] t : new double[][] {{1, 0}, {0, 1}}) {
            for (double[] at : z) {
                assertThat(of(loss, f, at, t)).as("at %s", at[0]).isFinite();
                for (double entry : delta(loss, f, at, t)) {
                    assertThat(entry).as("at %s", at[0]).isFinite();
                }
            }
            assertSame(loss, f, DataType.DOUBLE, z, Grid.rows(z.length, i -> t), new Loops());
        }
    }

    /** NaN stays NaN, in the loss and in the slope, and touches no other sample. */
    @ParameterizedTest
    @MethodSource("onOutputs")
    void notANumberStaysOneAndStaysAlone(Loss loss, Activation f) {
        double[] z = {0.5, Double.NaN};
        assertThat(of(loss, f, z, 1, 0)).isNaN();
        assertThat(delta(loss, f, z, 1, 0)[1]).isNaN();
        double[][] given = {z, {1, 2}};
        NativeMatrix a = Grid.matrix(DataType.DOUBLE, given);
        NativeMatrix y = Grid.matrix(DataType.DOUBLE, Grid.rows(2, i -> Grid.values(f.of(Plain.of(given[i])))));
        NativeMatrix t = Grid.matrix(DataType.DOUBLE, new double[] {1, 0}, new double[] {0, 1});
        NativeMatrix delta = Grid.zeros(DataType.DOUBLE, given);
        assertThat(loss.sum(a, y, t, new Loops())).isNaN();
        loss.delta(f, a, y, t, delta, new Loops());
        assertThat(Grid.rows(delta)[0][1]).isNaN();
        assertThat(Grid.rows(delta)[1]).doesNotContain(Double.NaN);
    }

    @ParameterizedTest
    @MethodSource("onOutputs")
    void dl4jsLossIsTheSame(Loss loss, Activation f) {
        var random = new Random(4);
        int fewest = outputs(loss, f);
        for (DataType type : List.of(DataType.DOUBLE, DataType.FLOAT)) {
            for (int[] shape : new int[][] {{1, fewest}, {7, fewest}, {1, 4}, {33, 5}}) {
                double[][] z = Grid.random(random, shape[0], shape[1], 3);
                double[][] t = Grid.rows(shape[0], i -> targets(loss, random, shape[1]));
                assertCounterpart(loss, f, type, z, t);
            }
        }
    }

    private static void assertCounterpart(Loss loss, Activation f, DataType type, double[][] z, double[][] targets) {
        String what = "%s on %s, %s, %d x %d".formatted(loss.id(), f.id(), type, z.length, z[0].length);
        double tolerance = type == DataType.FLOAT ? 1e-5 : 1e-13;
        var counterpart = loss.counterpart(z[0].length, type);
        INDArray t = array(type, targets);
        double[][] rounded = Rows.of(t);
        double expected = 0;
        for (int i = 0; i < z.length; i++) {
            expected += of(loss, f, z[i], rounded[i]);
        }
        double score = counterpart.computeScore(t, array(type, z), f.counterpart(), null, false);
        assertThat(score).as(what).isCloseTo(expected, Offset.offset(tolerance * Math.max(1, expected)));
        INDArray delta = counterpart.computeGradient(t, array(type, z), f.counterpart(), null);
        Grid.assertClose(what, Rows.of(delta), Grid.rows(z.length, i -> delta(loss, f, z[i], rounded[i])), tolerance);
        assertThat(loss.counterpartName(type)).isNotBlank();
        assertThat(loss.computed()).isNotBlank();
    }

    private static INDArray array(DataType type, double[]... rows) {
        return Nd4j.createFromArray(rows).castTo(type).dup('f');
    }

    @ParameterizedTest
    @MethodSource("all")
    void whatIsWrittenIsReadAgain(Loss loss) {
        assertThat(named(loss.id())).isEqualTo(loss);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "huber(-1) | loss 'huber(-1)': expected a threshold above 0, as in huber(1)",
                "huber(0) | loss 'huber(0)': expected a threshold above 0, as in huber(1)",
                "huber(Infinity) | loss 'huber(Infinity)': expected a threshold above 0, as in huber(1)",
                "huber(1, 2) | loss 'huber(1, 2)': expected one number, its threshold, as in huber(1)",
                "huber(one) | loss 'huber(one)': expected a number, found 'one'",
                "half-squared-error(2) | loss 'half-squared-error(2)': expected no number, half-squared-error has none"
            })
    void wrongNumbersAreRefused(String text, String message) {
        assertThatThrownBy(() -> named(text)).isInstanceOf(InputException.class).hasMessage(message);
    }
}
