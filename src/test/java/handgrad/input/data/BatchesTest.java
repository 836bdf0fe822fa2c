package handgrad.input.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import handgrad.engine.Batch;
import handgrad.engine.Rows;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;

/** The order in which samples are learned from; and XOR, the smallest set of them. */
class BatchesTest {
    /** Sample i is (i) with target (10 i). */
    private static Batch counted(int n) {
        double[][] x = new double[n][];
        double[][] y = new double[n][];
        Arrays.setAll(x, i -> new double[] {i});
        Arrays.setAll(y, i -> new double[] {10 * i});
        return new Batch(Nd4j.createFromArray(x), Nd4j.createFromArray(y));
    }

    private static List<Integer> samples(Batch batch) {
        return Arrays.stream(Rows.of(batch.x())).map(row -> (int) row[0]).toList();
    }

    /** The samples of each batch of an epoch; the batches themselves may be the same arrays again. */
    private static List<List<Integer>> epoch(Batches batches) {
        return IntStream.range(0, batches.perEpoch())
                .mapToObj(i -> samples(batches.next()))
                .toList();
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "5, 1", "5, 2", "5, 4", "12, 5", "12, 4", "100, 32"})
    void eachSampleComesOnceAnEpochAndTheLastBatchMayBeShorter(int n, int size) {
        var batches = new Batches(counted(n), Sampling.batches(size), new NumpyRandom(9));
        for (int epoch = 0; epoch < 3; epoch++) {
            List<List<Integer>> next = epoch(batches);
            assertThat(next).hasSize(batches.perEpoch());
            assertThat(next.subList(0, next.size() - 1)).allMatch(batch -> batch.size() == size);
            assertThat(next.get(next.size() - 1)).hasSize(n % size == 0 ? size : n % size);
            assertThat(next.stream().flatMap(List::stream))
                    .containsExactlyInAnyOrderElementsOf(
                            IntStream.range(0, n).boxed().toList());
        }
    }

    /** {@code r = np.random.RandomState(3)}: {@code r.permutation(5)} is 3 4 1 0 2, the next one 2 1 3 4 0. */
    @Test
    void eachEpochIsANewPermutationOfTheSameGenerator() {
        var batches = new Batches(counted(5), Sampling.batches(2), new NumpyRandom(3));
        assertThat(epoch(batches)).containsExactly(List.of(3, 4), List.of(1, 0), List.of(2));
        assertThat(epoch(batches)).containsExactly(List.of(2, 1), List.of(3, 4), List.of(0));
    }

    /** {@code r.randn(9); r.permutation(5)}, seed 3: the order goes on from where the starting point was drawn. */
    @Test
    void theOrderDependsOnTheDrawsBefore() {
        var random = new NumpyRandom(3);
        for (int i = 0; i < 9; i++) {
            random.normal();
        }
        assertThat(epoch(new Batches(counted(5), Sampling.batches(5 - 1), random)))
                .containsExactly(List.of(3, 4, 1, 2), List.of(0));
    }

    @Test
    void targetsStayWithTheirSamples() {
        var batches = new Batches(counted(7), Sampling.batches(3), new NumpyRandom(0));
        for (int i = 0; i < batches.perEpoch(); i++) {
            Batch batch = batches.next();
            assertThat(Rows.of(batch.y())).isDeepEqualTo(Rows.of(batch.x().mul(10)));
        }
    }

    @Test
    void aFullBatchKeepsItsOrderAndDrawsNothing() {
        var random = new NumpyRandom(3);
        Batch all = counted(5);
        var batches = new Batches(all, Sampling.batches(5), random);
        assertThat(batches.next()).isSameAs(all);
        assertThat(batches.next()).isSameAs(all);
        assertThat(random.uniform()).isEqualTo(new NumpyRandom(3).uniform());
    }

    @ParameterizedTest
    @CsvSource({"6", "100"})
    void refusesMoreThanThereAre(int size) {
        assertThatThrownBy(() -> new Batches(counted(5), Sampling.batches(size), new NumpyRandom(0)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("expected 1 to 5");
    }

    /** {@code np.random.seed(1); np.random.randint(0, 4, 12)} is 1 3 0 0 3 1 3 1 3 0 0 1. */
    @Test
    void drawnSamplesAreNumpysRandomIntegers() {
        var batches = new Batches(counted(4), Sampling.online(), new NumpyRandom(1));
        assertThat(Stream.generate(batches::next).limit(12).flatMap(batch -> samples(batch).stream()))
                .containsExactly(1, 3, 0, 0, 3, 1, 3, 1, 3, 0, 0, 1);
        assertThat(new NumpyRandom(1).integers(1, 3)).containsExactly(0, 0, 0);
    }

    @Test
    void xorIsOneWhereTheBitsDiffer() {
        Split xor = Xor.split(DataType.DOUBLE);
        double[][] x = Rows.of(xor.train().x());
        double[][] y = Rows.of(xor.train().y());
        assertThat(x).isDeepEqualTo(new double[][] {{0, 0}, {0, 1}, {1, 0}, {1, 1}});
        for (int i = 0; i < Xor.SAMPLES; i++) {
            assertThat(y[i]).containsExactly((int) x[i][0] ^ (int) x[i][1]);
        }
        assertThat(xor.test()).isEmpty();
    }
}
