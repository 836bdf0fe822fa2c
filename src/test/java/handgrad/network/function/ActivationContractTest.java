package handgrad.network.function;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import handgrad.InputException;
import handgrad.engine.NativeMatrix;
import handgrad.engine.Rows;
import handgrad.judge.oracle.Derivative;
import handgrad.network.function.activation.Elu;
import handgrad.network.function.activation.Identity;
import handgrad.network.function.activation.LeakyRelu;
import handgrad.network.function.activation.Relu;
import handgrad.network.number.Plain;
import handgrad.network.number.Row;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** What every activation promises: its definition, its derivative by hand, both on arrays, and ND4J's are one function. */
class ActivationContractTest {
    static List<Activation> all() {
        return Stream.concat(
                        Definitions.all(Activation.class).stream(),
                        Stream.of(new LeakyRelu(0.2), new LeakyRelu(0), new Elu(0.5), new Elu(2)))
                .toList();
    }

    private static Activation named(String text) {
        return Definitions.named(Activation.class, "activation", text);
    }

    private static double[] of(Activation f, double... z) {
        return Grid.values(f.of(Plain.of(z)));
    }

    /** {@code dL/dz}, by hand. */
    private static double[] slope(Activation f, double[] z, double... dA) {
        Row row = Plain.of(z);
        return Grid.values(f.timesSlope(Plain.of(dA), row, f.of(row)));
    }

    private static double[] ones(int count) {
        return DoubleStream.generate(() -> 1).limit(count).toArray();
    }

    /** Functions whose derivative jumps at 0. */
    private static boolean kinkedAt0(Activation f) {
        return f instanceof Relu || f instanceof LeakyRelu || f instanceof Elu elu && elu.alpha() != 1;
    }

    /** The function and its derivative to the last bit, by mpmath with 60 digits: {@code f(mpf(z))} and {@code diff(f, z)}. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "sigmoid; -5; 0.0066928509242848554; 0.006648056670790155",
                "sigmoid; -0.75; 0.320821300824607; 0.21789499376181404",
                "sigmoid; 2; 0.8807970779778824; 0.10499358540350652",
                "tanh; -5; -0.9999092042625951; 0.0001815832309438067",
                "tanh; 0.5; 0.46211715726000974; 0.7864477329659274",
                "relu; 0.5; 0.5; 1",
                "relu; -0.75; 0; 0",
                "identity; -0.75; -0.75; 1",
                "softplus; -5; 0.006715348489118068; 0.0066928509242848554",
                "softplus; -0.75; 0.38687100611489994; 0.320821300824607",
                "softplus; 2; 2.1269280110429727; 0.8807970779778824",
                "silu; -5; -0.03346425462142428; -0.02654743242966592",
                "silu; -0.75; -0.24061597561845527; 0.1574000555032465",
                "silu; 2; 1.7615941559557649; 1.0907842487848955",
                "gelu; -5; -1.4332578593959695e-06; -7.146946001792295e-06",
                "gelu; -0.75; -0.16997051428265114; 0.0007742782607648957",
                "gelu; 0.5; 0.34573123063700656; 0.8674951246561629",
                "gelu; 2; 1.9544997361036416; 1.085231801078197",
                "gelu-tanh; -5; -2.291796196629506e-07; -1.5463619875325946e-06",
                "gelu-tanh; -0.75; -0.1700394448343797; 0.0010617438625857023",
                "gelu-tanh; 0.5; 0.34571400982514394; 0.8673699035346423",
                "gelu-tanh; 2; 1.954597694087775; 1.0860992566236183",
                "elu; -5; -0.9932620530009145; 0.006737946999085467",
                "elu; -0.75; -0.5276334472589853; 0.4723665527410147",
                "elu; 2; 2; 1",
                "elu(0.5); -5; -0.49663102650045726; 0.0033689734995427335",
                "elu(0.5); 0.5; 0.5; 1",
                "leaky-relu; -0.75; -0.0075; 0.01",
                "leaky-relu(0.2); -5; -1; 0.2",
                "leaky-relu(0.2); 2; 2; 1"
            })
    void knownValues(String name, double z, double a, double slope) {
        Activation f = named(name);
        assertThat(of(f, z)).containsExactly(new double[] {a}, Offset.offset(4e-16));
        assertThat(slope(f, new double[] {z}, 1)).containsExactly(new double[] {slope}, Offset.offset(1e-15));
    }

    /** Softmax of (0, ln 2, ln 5) is (1, 2, 5) / 8; with dL/da = (8, 0, 0) the sum is 1, and dL/dz = (7, -2, -5) / 8. */
    @Test
    void knownValuesOfSoftmax() {
        double[] z = {0, Math.log(2), Math.log(5)};
        assertThat(of(named("softmax"), z)).containsExactly(new double[] {0.125, 0.25, 0.625}, Offset.offset(1e-15));
        assertThat(slope(named("softmax"), z, 8, 0, 0))
                .containsExactly(new double[] {0.875, -0.25, -0.625}, Offset.offset(1e-15));
    }

    /**
     * With J the matrix of derivatives, the tangent along u is {@code J u}, and what is passed back of v is {@code J^T v}: so
     * {@code v (J u) = (J^T v) u}. Entry by entry where the function is.
     */
    @ParameterizedTest
    @MethodSource("all")
    void theDerivativeByHandIsTheTangentOfTheDefinition(Activation f) {
        var random = new Random(1);
        for (int trial = 0; trial < 200; trial++) {
            double[] z = random.doubles(4, -6, 6).toArray();
            assertTangent(f, z, random.doubles(4, -2, 2).toArray());
        }
        assertTangent(f, new double[] {0, -0.0, 30, -30}, 1, 1, 1, 1);
    }

    private static void assertTangent(Activation f, double[] z, double... v) {
        double[] tangent = Derivative.along(f::of, z, v);
        double[] back = slope(f, z, v);
        if (f.entrywise()) {
            Grid.assertClose("at " + Arrays.toString(z), back, tangent, 4e-15);
        } else {
            double[] u = ones(z.length);
            u[0] = -3;
            double[] along = Derivative.along(f::of, z, u);
            assertThat(dot(back, u)).isCloseTo(dot(v, along), Offset.offset(1e-14));
        }
    }

    private static double dot(double[] a, double... b) {
        double sum = 0;
        for (int k = 0; k < a.length; k++) {
            sum += a[k] * b[k];
        }
        return sum;
    }

    /** {@code (f(z + h v) - f(z - h v)) / 2h} with h = 6e-6, which is off by h^2, and by the rounding of f over h. */
    @ParameterizedTest
    @MethodSource("all")
    void theDerivativeByHandIsNearCentralDifferences(Activation f) {
        var random = new Random(2);
        double h = Math.cbrt(Math.ulp(1.0));
        for (int trial = 0; trial < 200; trial++) {
            double[] z = random.doubles(4, -6, 6)
                    .map(value -> Math.abs(value) < 1e-3 ? 1 : value)
                    .toArray();
            double[] v = random.doubles(4, -1, 1).toArray();
            double[] u = random.doubles(4, -1, 1).toArray();
            double[] above = z.clone();
            double[] below = z.clone();
            for (int k = 0; k < z.length; k++) {
                above[k] += h * u[k];
                below[k] -= h * u[k];
            }
            double difference = (dot(of(f, above), v) - dot(of(f, below), v)) / (2 * h);
            assertThat(dot(slope(f, z, v), u)).isCloseTo(difference, Offset.offset(1e-9));
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void onArraysOfAnyShapeItIsTheSame(Activation f) {
        var random = new Random(3);
        var loops = new Loops();
        for (DataType type : List.of(DataType.DOUBLE, DataType.FLOAT)) {
            for (int[] shape : Grid.SHAPES) {
                double[][] z = Grid.random(random, shape[0], shape[1], 8);
                double[][] bias = Grid.random(random, 1, shape[1], 1);
                double[][] dA = Grid.random(random, shape[0], shape[1], 3);
                assertSame(f, type, z, bias, dA, loops);
            }
        }
    }

    private static void assertSame(
            Activation f, DataType type, double[][] z, double[][] bias, double[][] dA, Loops loops) {
        String what = "%s, %s, %d x %d".formatted(f.id(), type, z.length, z[0].length);
        double[][] shifted = Grid.rows(z.length, i -> Grid.values(Plain.of(z[i]).plus(Plain.of(bias[0]))));
        double[][] expected = Grid.rows(z.length, i -> of(f, shifted[i]));
        double[][] expectedSlope = Grid.rows(z.length, i -> slope(f, shifted[i], dA[i]));
        NativeMatrix weighted = Grid.matrix(type, z);
        NativeMatrix a = Grid.zeros(type, z);
        f.of(weighted, Grid.matrix(type, bias), a, loops);
        // Single precision rounds z before a loss or a slope reads it.
        double tolerance = 4 * Grid.tolerance(type);
        Grid.assertClose(what + ", z", Grid.rows(weighted), shifted, tolerance);
        Grid.assertClose(what + ", a", Grid.rows(a), expected, tolerance);
        NativeMatrix delta = Grid.matrix(type, dA);
        f.timesSlope(delta, weighted, a, loops);
        Grid.assertClose(what + ", delta", Grid.rows(delta), expectedSlope, 8 * tolerance);
        if (f.slopeFromOutput()) {
            NativeMatrix both = Grid.matrix(type, z);
            f.of(both, Grid.matrix(type, bias), both, loops);
            assertThat(both.array()).as("in place").isEqualTo(a.array());
            NativeMatrix again = Grid.matrix(type, dA);
            f.timesSlope(again, both, both, loops);
            assertThat(again.array()).as("from a alone").isEqualTo(delta.array());
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void whereItIsHardItIsTheSameOnArrays(Activation f) {
        double[][] z = Grid.rows(Grid.HARD.length, i -> new double[] {Grid.HARD[i], 0.5});
        double[][] bias = {{0, 0}};
        assertSame(f, DataType.DOUBLE, z, bias, Grid.rows(z.length, i -> ones(2)), new Loops());
    }

    /** Everything is finite at finite points, the derivative too, and stays within the range. */
    @ParameterizedTest
    @MethodSource("all")
    void nothingIsLostAtFinitePoints(Activation f) {
        for (double z : DoubleStream.concat(Arrays.stream(Grid.HARD), DoubleStream.of(1e100, -1e100))
                .toArray()) {
            double[] at = {z, 0.5};
            for (double a : of(f, at)) {
                assertThat(a).as("at %s", z).isFinite();
                assertThat(f.range().reaches(a)).as("%s at %s", a, z).isTrue();
            }
            for (double slope : slope(f, at, ones(2))) {
                assertThat(slope).as("at %s", z).isFinite();
            }
        }
    }

    /** The ends of the range are those of the function: on a fine grid it comes as near to them as the grid lets it. */
    @ParameterizedTest
    @MethodSource("all")
    void theRangeIsNoWiderThanTheFunction(Activation f) {
        double[] values = DoubleStream.iterate(-800, z -> z <= 800, z -> z + 0x1p-10)
                .flatMap(z -> Arrays.stream(of(f, f.entrywise() ? new double[] {z} : new double[] {z, 0})))
                .toArray();
        double least = Arrays.stream(values).min().orElseThrow();
        double most = Arrays.stream(values).max().orElseThrow();
        assertThat(least).isGreaterThanOrEqualTo(f.range().least());
        assertThat(most).isLessThanOrEqualTo(f.range().most());
        if (Double.isFinite(f.range().least())) {
            assertThat(least).isCloseTo(f.range().least(), Offset.offset(1e-6));
        } else {
            assertThat(least).isLessThan(-7);
        }
        if (Double.isFinite(f.range().most())) {
            assertThat(most).isCloseTo(f.range().most(), Offset.offset(1e-6));
        } else {
            assertThat(most).isGreaterThan(700);
        }
    }

    /** NaN stays NaN and touches no other sample; the neighbours of one that depends on the whole row become NaN with it. */
    @ParameterizedTest
    @MethodSource("all")
    void notANumberStaysOneAndStaysAlone(Activation f) {
        double[] z = {1, Double.NaN};
        assertThat(of(f, z)[1]).isNaN();
        // A slope of 1 everywhere needs no z.
        boolean hasSlope = !(f instanceof Identity);
        if (hasSlope) {
            assertThat(slope(f, z, 1, 1)[1]).isNaN();
        }
        NativeMatrix weighted = Grid.matrix(DataType.DOUBLE, z, new double[] {1, 2});
        NativeMatrix a = Grid.zeros(DataType.DOUBLE, new double[2][2]);
        var loops = new Loops();
        f.of(weighted, Grid.matrix(DataType.DOUBLE, new double[2]), a, loops);
        NativeMatrix delta = Grid.matrix(DataType.DOUBLE, new double[] {1, 1}, new double[] {1, 1});
        f.timesSlope(delta, weighted, a, loops);
        assertThat(Grid.rows(a)[0][1]).isNaN();
        assertThat(Double.isNaN(Grid.rows(a)[0][0])).isEqualTo(!f.entrywise());
        assertThat(Grid.rows(a)[1]).doesNotContain(Double.NaN);
        assertThat(Double.isNaN(Grid.rows(delta)[0][1])).isEqualTo(hasSlope);
        assertThat(Grid.rows(delta)[1]).doesNotContain(Double.NaN);
    }

    /**
     * ND4J's of the same name, for |z| up to 30; beyond, some of its own overflow. At 0 exactly it takes other sides of
     * kinks. Its {@code ln(1 + e^z)} loses what is below 1e-16, which is why the distance is relative to 1.
     */
    @ParameterizedTest
    @MethodSource("all")
    void nd4jsFunctionIsTheSame(Activation f) {
        var random = new Random(4);
        for (DataType type : List.of(DataType.DOUBLE, DataType.FLOAT)) {
            for (int[] shape : new int[][] {{1, 1}, {1, 4}, {7, 1}, {33, 5}}) {
                if (shape[1] == 1 && !f.entrywise()) {
                    continue;
                }
                assertCounterpart(f, type, Grid.random(random, shape[0], shape[1], 30), random);
                assertCounterpart(f, type, Grid.random(random, shape[0], shape[1], 3), random);
            }
            if (!kinkedAt0(f)) {
                assertCounterpart(f, type, new double[][] {{0, -0.0, 1}}, random);
            }
        }
    }

    private static void assertCounterpart(Activation f, DataType type, double[][] z, Random random) {
        var counterpart = f.counterpart();
        String what = "%s, %s, %d x %d".formatted(f.id(), type, z.length, z[0].length);
        double tolerance = type == DataType.FLOAT ? 4e-6 : 2e-14;
        INDArray a = counterpart.getActivation(array(type, z), true);
        Grid.assertClose(what + ", a", Rows.of(a), Grid.rows(z.length, i -> of(f, z[i])), tolerance);
        double[][] dA = Grid.random(random, z.length, z[0].length, 1);
        INDArray delta = counterpart.backprop(array(type, z), array(type, dA)).getFirst();
        Grid.assertClose(what + ", delta", Rows.of(delta), Grid.rows(z.length, i -> slope(f, z[i], dA[i])), tolerance);
    }

    private static INDArray array(DataType type, double[]... rows) {
        return Nd4j.createFromArray(rows).castTo(type).dup('f');
    }

    @ParameterizedTest
    @MethodSource("all")
    void whatIsWrittenIsReadAgain(Activation f) {
        assertThat(named(f.id())).isEqualTo(f);
        assertThat(named(" " + f.id() + " ")).isEqualTo(f);
        assertThat(f.id()).startsWith(f.name());
    }

    @Test
    void theUsualNumbersAreNotWritten() {
        assertThat(new LeakyRelu(0.01).id()).isEqualTo("leaky-relu");
        assertThat(new LeakyRelu(0.2).id()).isEqualTo("leaky-relu(0.2)");
        assertThat(new Elu(1).id()).isEqualTo("elu");
        assertThat(named("elu(2.50)").id()).isEqualTo("elu(2.5)");
        assertThat(named("leaky-relu( 1e-3 )").id()).isEqualTo("leaky-relu(0.001)");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "leaky-relu(2,3) | activation 'leaky-relu(2,3)': expected one number, its slope, as in leaky-relu(0.01)",
                "leaky-relu(-1) | activation 'leaky-relu(-1)': expected a slope of at least 0, as in leaky-relu(0.01)",
                "leaky-relu(NaN) | activation 'leaky-relu(NaN)': expected a slope of at least 0, as in leaky-relu(0.01)",
                "leaky-relu(x) | activation 'leaky-relu(x)': expected a number, found 'x'",
                "elu() | activation 'elu()': expected a number, found ''",
                "elu(0) | activation 'elu(0)': expected an alpha above 0, as in elu(1)",
                "elu(1e999) | activation 'elu(1e999)': expected an alpha above 0, as in elu(1)",
                "sigmoid(3) | activation 'sigmoid(3)': expected no number, sigmoid has none"
            })
    void wrongNumbersAreRefused(String text, String message) {
        assertThatThrownBy(() -> named(text)).isInstanceOf(InputException.class).hasMessage(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"leaky-relu(0.2", "leaky-relu)0.2(", "leaky-relu(0.2)(3)", "leakyrelu(0.2)", "(0.2)", "''"})
    void whatIsNotANameIsRefused(String text) {
        assertThatThrownBy(() -> named(text))
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith("unknown activation '" + text + "'");
    }
}
