package handgrad.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How a batch is parted: in the proportion 1 to 2 to 3, at least one sample each. */
class MicroBatchesTest {
    @ParameterizedTest
    @CsvSource({
        "6, 3, '1 2 3'",
        "13, 3, '2 4 7'", // 13 (1, 3, 6) / 6 is 2.17, 6.5, 13
        "4, 3, '1 1 2'", // 4 (1, 3, 6) / 6 is 0.67, 2, 4: one is the least
        "5, 4, '1 1 1 2'",
        "4, 2, '1 3'"
    })
    void sizes(int n, int count, String sizes) {
        assertThat(MicroBatches.of(n, count).sizes())
                .isEqualTo(Arrays.stream(sizes.split(" ")).map(Integer::valueOf).toList());
    }

    @Test
    void allSamplesAreInThemAndNotAllSizesAreEqual() {
        for (int count = 2; count <= 32; count++) {
            for (int n = count + 1; n < 100; n++) {
                MicroBatches split = MicroBatches.of(n, count);

                assertThat(split.n()).isEqualTo(n);
                assertThat(split.sizes()).hasSize(count).allMatch(size -> size >= 1);
                assertThat(split.sizes().get(0)).isLessThan(split.sizes().get(count - 1));
            }
        }
    }

    @Test
    void samplesStayInTheirOrder() {
        var samples = new Samples(new double[][] {{1}, {2}, {3}, {4}}, new double[][] {{5}, {6}, {7}, {8}});

        assertThat(MicroBatches.of(4, 2).of(samples))
                .isEqualTo(List.of(
                        new Samples(new double[][] {{1}}, new double[][] {{5}}),
                        new Samples(new double[][] {{2}, {3}, {4}}, new double[][] {{6}, {7}, {8}})));
    }

    @Test
    void thePlaceOfOne() {
        MicroBatches split = MicroBatches.of(6, 3);

        assertThat(split.place(0)).isEqualTo(new MicroBatch(0, 3, 6));
        assertThat(split.place(0).isFirst()).isTrue();
        assertThat(split.place(2).isLast()).isTrue();
        assertThat(split.place(1).isFirst() || split.place(1).isLast()).isFalse();
    }

    /** As many as samples would be of one each. */
    @Test
    void equalSizesAreNone() {
        assertThatThrownBy(() -> MicroBatches.of(3, 3)).isInstanceOf(IllegalArgumentException.class);
    }
}
