package handgrad.engine.hand;

import static org.assertj.core.api.Assertions.assertThat;

import handgrad.engine.Descent;
import handgrad.engine.LossGradient;
import handgrad.engine.Parameters;
import handgrad.engine.hand.fast.FastArithmetic;
import handgrad.engine.hand.readable.ReadableArithmetic;
import handgrad.network.Trained;
import handgrad.network.array.Memory;
import handgrad.network.compare.Comparison;
import handgrad.network.function.Activation;
import handgrad.network.function.Loss;
import handgrad.network.function.activation.Relu;
import handgrad.network.function.activation.Tanh;
import handgrad.testing.RandomCase;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleSupplier;
import java.util.stream.Stream;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * The fast form against the readable one, operation by operation on the same numbers: arrays that end within, at and just
 * beyond a stretch of 512 numbers. A difference is counted in units in the last place: of the entry itself, or, where an
 * entry is a sum, of the sum of its terms' absolute values, since a sum whose terms nearly cancel has few digits in any order;
 * times the root of their number for sums over samples, as far as roundings wander.
 */
class FormsTest {
    private static final double UNITS = 8;

    private final FastArithmetic fast = new FastArithmetic();
    private final ReadableArithmetic readable = new ReadableArithmetic();
    private final Random random = new Random(4);

    static Stream<Arguments> shapes() {
        return Stream.of(1, 2, 31, 146, 341, 511, 512, 513, 1100)
                .flatMap(n -> Stream.of(1, 3, 33).map(columns -> Arguments.of(n, columns)));
    }

    private INDArray normal(int rows, int columns) {
        return filled(rows, columns, random::nextGaussian);
    }

    private INDArray share(int rows, int columns) {
        return filled(rows, columns, random::nextDouble);
    }

    private static INDArray filled(int rows, int columns, DoubleSupplier draw) {
        double[] values = new double[rows * columns];
        Arrays.setAll(values, i -> draw.getAsDouble());
        return Nd4j.create(values, new long[] {rows, columns}, 'f');
    }

    private static INDArray like(INDArray array) {
        return Nd4j.create(DataType.DOUBLE, array.shape(), 'f');
    }

    private static double[] numbers(INDArray array) {
        return array.dup('f').data().asDouble();
    }

    /** What the two put into an array that they share, each from the same beginning. */
    private void assertSame(String what, INDArray byFast, INDArray byReadable, INDArray scale) {
        double[] a = numbers(byFast);
        double[] b = numbers(byReadable);
        double[] of = numbers(scale);
        for (int i = 0; i < a.length; i++) {
            assertThat(Math.abs(a[i] - b[i])).as("%s, entry %d", what, i).isLessThanOrEqualTo(UNITS * Math.ulp(of[i]));
        }
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void activate(int n, int columns) {
        INDArray product = normal(n, columns).muli(4);
        INDArray bias = normal(1, columns).reshape(columns);
        for (Activation f : Activation.values()) {
            INDArray z = product.dup('f');
            INDArray a = like(z);
            fast.activate(f, Memory.of(bias), Memory.of(z), Memory.of(a));
            INDArray z2 = product.dup('f');
            INDArray a2 = like(z);
            readable.activate(f, bias, z2, a2);
            assertThat(numbers(z)).containsExactly(numbers(z2));
            // ND4J's tanh is made of exponentials near 1, and keeps its digits only on that scale.
            assertSame(f.id(), a, a2, f instanceof Tanh ? Nd4j.onesLike(a2) : a2);
        }
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void timesDerivative(int n, int columns) {
        INDArray reaching = normal(n, columns);
        for (Activation f : Activation.values()) {
            if (f.hidden()) {
                INDArray a = f instanceof Relu
                        ? filled(n, columns, () -> Math.max(random.nextGaussian(), 0))
                        : share(n, columns);
                INDArray delta = reaching.dup('f');
                INDArray db = Nd4j.zeros(DataType.DOUBLE, columns);
                Memory view = Memory.of(delta);
                fast.timesDerivative(f, Memory.of(a), view);
                fast.biasGradient(view, Memory.of(db), 1, 0);
                INDArray delta2 = reaching.dup('f');
                INDArray db2 = Nd4j.zeros(DataType.DOUBLE, columns);
                readable.timesDerivative(f, a, delta2);
                readable.biasGradient(delta2, db2, 1, 0);
                assertSame(f.id(), delta, delta2, delta2);
                assertSame(f.id() + " db", db, db2, Nd4j.math.abs(delta2).sum(0).mul(Math.sqrt(n)));
            }
        }
    }

    static Stream<Arguments> losses() {
        return shapes().flatMap(shape -> Arrays.stream(Loss.values()).flatMap(loss -> Arrays.stream(Activation.values())
                .filter(loss::accepts)
                .map(f -> Arguments.of(loss, f, shape.get()[0], shape.get()[1]))));
    }

    /** y - t can be much smaller than y and t, whose units count. */
    @ParameterizedTest
    @MethodSource("losses")
    void outputDeltaAndLoss(Loss loss, Activation f, int n, int columns) {
        INDArray z = normal(n, columns).muli(3);
        INDArray y = like(z);
        readable.activate(f, Nd4j.zeros(DataType.DOUBLE, columns), z, y);
        INDArray t = share(n, columns);
        INDArray delta = like(z);
        INDArray db = Nd4j.zeros(DataType.DOUBLE, columns);
        Memory deltaView = Memory.of(delta);
        fast.outputDelta(loss, f, Memory.of(y), Memory.of(t), deltaView);
        fast.biasGradient(deltaView, Memory.of(db), 1, 0);
        INDArray delta2 = like(z);
        INDArray db2 = Nd4j.zeros(DataType.DOUBLE, columns);
        readable.outputDelta(loss, f, y, t, delta2);
        readable.biasGradient(delta2, db2, 1, 0);
        INDArray terms = Nd4j.math.abs(y).add(Nd4j.math.abs(t)).mul(Math.max(1, columns));
        assertSame("delta", delta, delta2, terms);
        assertSame("db", db, db2, terms.sum(0).mul(Math.sqrt(n)));
        double one = fast.loss(loss, Memory.of(z), Memory.of(y), Memory.of(t));
        double two = readable.loss(loss, z, y, t);
        assertThat(Math.abs(one - two)).isLessThanOrEqualTo(UNITS * Math.ulp(two) * Math.sqrt(n * columns));
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void products(int n, int columns) {
        INDArray a = normal(n, 5);
        INDArray weights = normal(5, columns);
        INDArray z = Nd4j.create(DataType.DOUBLE, new long[] {n, columns}, 'f');
        INDArray z2 = like(z);
        fast.product(Memory.of(a), Memory.of(weights), Memory.of(z));
        readable.product(a, weights, z2);
        assertSame("z", z, z2, Nd4j.math.abs(a).mmul(Nd4j.math.abs(weights)));
        INDArray delta = normal(n, columns);
        INDArray dW = like(weights);
        INDArray dW2 = like(weights);
        fast.weightGradient(fast.rows(a, 0, n), Memory.of(delta), Memory.of(dW), 1, 0);
        readable.weightGradient(a, delta, dW2, 1, 0);
        INDArray terms = Nd4j.math.abs(a).transpose().mmul(Nd4j.math.abs(delta));
        assertSame("dW", dW, dW2, terms);
        fast.weightGradient(Memory.of(a), Memory.of(delta), Memory.of(dW), -0.5, 1);
        readable.weightGradient(a, delta, dW2, -0.5, 1);
        assertSame("dW - dW / 2", dW, dW2, terms);
        INDArray below = like(a);
        INDArray below2 = like(a);
        fast.passDown(Memory.of(delta), Memory.of(weights), Memory.of(below));
        readable.passDown(delta, weights, below2);
        assertSame(
                "below",
                below,
                below2,
                Nd4j.math.abs(delta).mmul(Nd4j.math.abs(weights).transpose()));
    }

    static List<RandomCase> randomNetworks() {
        return RandomCase.many(300).toList();
    }

    /** All of them one after the other, on the scale of a layer's largest entry. */
    @ParameterizedTest
    @MethodSource("randomNetworks")
    void wholeGradients(RandomCase random) {
        LossGradient one = engine(Form.FAST, random.parameters()).gradient(random.batch());
        LossGradient two = engine(Form.READABLE, random.parameters()).gradient(random.batch());
        assertThat(Comparison.of(one.gradient(), two.gradient()).maxRelative()).isLessThan(1e-13);
        assertThat(one.loss()).isCloseTo(two.loss(), Percentage.withPercentage(1e-12));
    }

    private static HandEngine engine(Form form, Parameters start) {
        return new HandEngine(start, Descent.sgd(0.1), Trained.ALL, form);
    }
}
