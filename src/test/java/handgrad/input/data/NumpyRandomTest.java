package handgrad.input.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** All figures are NumPy's (2.4.6), each from a fresh {@code r = np.random.RandomState(seed)}. */
class NumpyRandomTest {
    /** A normal draw goes through a logarithm, in whose last bits Java and C may differ. */
    private static final Offset<Double> LAST_BITS = Offset.offset(1e-15);

    /** {@code r.random_sample(3)}. */
    static Stream<Arguments> uniforms() {
        return Stream.of(
                Arguments.of(0L, new double[] {0.5488135039273248, 0.7151893663724195, 0.6027633760716439}),
                Arguments.of(1L, new double[] {0.417022004702574, 0.7203244934421581, 0.00011437481734488664}),
                Arguments.of(42L, new double[] {0.3745401188473625, 0.9507143064099162, 0.7319939418114051}),
                Arguments.of(4294967295L, new double[] {0.0976320289940138, 0.9123828453026218, 0.78903530185164}));
    }

    @ParameterizedTest
    @MethodSource("uniforms")
    void uniformDrawsAreNumpysBitForBit(long seed, double[] expected) {
        var random = new NumpyRandom(seed);
        assertThat(DoubleStream.generate(random::uniform).limit(3)).containsExactly(box(expected));
    }

    /** {@code r.randn(4)}: the second and fourth are the values kept from the pairs. */
    static Stream<Arguments> normals() {
        return Stream.of(
                Arguments.of(
                        0L,
                        new double[] {1.764052345967664, 0.4001572083672233, 0.9787379841057392, 2.240893199201458}),
                Arguments.of(1L, new double[] {
                    1.6243453636632417, -0.6117564136500754, -0.5281717522634557, -1.0729686221561705
                }),
                Arguments.of(42L, new double[] {
                    0.4967141530112327, -0.13826430117118466, 0.6476885381006925, 1.5230298564080254
                }),
                Arguments.of(4294967295L, new double[] {
                    0.6484086742306527, 0.6693235306338161, -1.0805437227474493, 0.2845010447986309
                }));
    }

    @ParameterizedTest
    @MethodSource("normals")
    void normalDrawsAreNumpys(long seed, double[] expected) {
        var random = new NumpyRandom(seed);
        for (double value : expected) {
            assertThat(random.normal()).isCloseTo(value, LAST_BITS);
        }
    }

    /** {@code r.permutation(10)}. */
    static Stream<Arguments> permutations() {
        return Stream.of(
                Arguments.of(0L, new int[] {2, 8, 4, 9, 1, 6, 7, 3, 0, 5}),
                Arguments.of(1L, new int[] {2, 9, 6, 4, 0, 3, 1, 7, 8, 5}),
                Arguments.of(42L, new int[] {8, 1, 5, 0, 7, 2, 9, 4, 3, 6}),
                Arguments.of(4294967295L, new int[] {6, 9, 5, 1, 8, 0, 7, 4, 2, 3}));
    }

    @ParameterizedTest
    @MethodSource("permutations")
    void permutationsAreNumpys(long seed, int[] expected) {
        assertThat(new NumpyRandom(seed).permutation(10)).containsExactly(expected);
    }

    /** {@code r.permutation(1797)}, seed 1: the first eight and the last three. */
    @Test
    void aLongPermutationIsNumpysToo() {
        int[] order = new NumpyRandom(1).permutation(1797);
        assertThat(Arrays.copyOf(order, 8)).containsExactly(1227, 1576, 202, 1184, 428, 941, 598, 267);
        assertThat(Arrays.copyOfRange(order, 1794, 1797)).containsExactly(1096, 235, 1061);
    }

    /**
     * Seed 7: {@code r.random_sample(), r.randn(), r.permutation(5), r.randn(), r.randn(), r.random_sample()}. The value
     * kept by the first randn outlives the permutation.
     */
    @Test
    void callsOfDifferentKindsShareOneGenerator() {
        var random = new NumpyRandom(7);
        assertThat(random.uniform()).isEqualTo(0.07630828937395717);
        assertThat(random.normal()).isCloseTo(-0.3206032549443759, LAST_BITS);
        assertThat(random.permutation(5)).containsExactly(0, 3, 2, 1, 4);
        assertThat(random.normal()).isCloseTo(1.4570832287334776, LAST_BITS);
        assertThat(random.normal()).isCloseTo(-0.7889230286257386, LAST_BITS);
        assertThat(random.uniform()).isEqualTo(0.26843898010187117);
    }

    /** {@code r.random_sample(100000)[-1]} and {@code r.randn(100000)[-1]}, seed 5: no draw too many or too few. */
    @Test
    void staysInStepOverManyDraws() {
        var uniform = new NumpyRandom(5);
        var normal = new NumpyRandom(5);
        for (int i = 1; i < 100_000; i++) {
            uniform.uniform();
            normal.normal();
        }
        assertThat(uniform.uniform()).isEqualTo(0.2632118614734609);
        assertThat(normal.normal()).isCloseTo(-0.07158414946263424, LAST_BITS);
    }

    @ParameterizedTest
    @MethodSource("sizes")
    void aPermutationHoldsEachIndexOnce(int n) {
        assertThat(new NumpyRandom(n).permutation(n))
                .containsExactlyInAnyOrder(IntStream.range(0, n).toArray());
    }

    static IntStream sizes() {
        return IntStream.rangeClosed(1, 70);
    }

    @Test
    void refusesSeedsThatNumpyRefuses() {
        assertThatThrownBy(() -> new NumpyRandom(-1)).hasMessageContaining("expected 0 to 4294967295");
        assertThatThrownBy(() -> new NumpyRandom(4294967296L)).isInstanceOf(IllegalArgumentException.class);
    }

    private static Double[] box(double[] values) {
        return Arrays.stream(values).boxed().toArray(Double[]::new);
    }
}
