package handgrad.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Samples and targets, a row each. */
class BatchTest {
    private static final double[][] X = {{1, 2}, {3, 4}, {5, 6}};
    private static final double[][] Y = {{10}, {20}, {30}};

    private final Batch batch = new Batch(Nd4j.createFromArray(X), Nd4j.createFromArray(Y));

    @Test
    void keepsTheNumbersAndPutsThemInColumnOrder() {
        assertThat(batch.n()).isEqualTo(3);
        assertThat(batch.x().ordering()).isEqualTo('f');
        assertThat(batch.y().ordering()).isEqualTo('f');
        assertThat(Rows.of(batch.x())).isDeepEqualTo(X);
        assertThat(Rows.of(batch.y())).isDeepEqualTo(Y);
    }

    @Test
    void rowsComeInTheOrderAskedFor() {
        Batch chosen = batch.rows(2, 0);
        assertThat(Rows.of(chosen.x())).isDeepEqualTo(new double[][] {{5, 6}, {1, 2}});
        assertThat(Rows.of(chosen.y())).isDeepEqualTo(new double[][] {{30}, {10}});
    }

    @Test
    void oneRowIsStillABatch() {
        Batch one = batch.rows(1);
        assertThat(one.n()).isEqualTo(1);
        assertThat(Rows.of(one.x())).isDeepEqualTo(new double[][] {{3, 4}});
    }

    @Test
    void firstTakesThatManyOrAll() {
        assertThat(Rows.of(batch.first(2).x())).isDeepEqualTo(new double[][] {{1, 2}, {3, 4}});
        assertThat(batch.first(3)).isSameAs(batch);
        assertThat(batch.first(99)).isSameAs(batch);
    }

    /** Three rows of one array as a window on it: the batch must not depend on the rest of the window's memory. */
    @Test
    void takesViewsOfLargerArrays() {
        INDArray large = Nd4j.createFromArray(new double[][] {{1, 2, 3}, {4, 5, 6}, {7, 8, 9}});
        var view = new Batch(
                large.get(
                        org.nd4j.linalg.indexing.NDArrayIndex.all(),
                        org.nd4j.linalg.indexing.NDArrayIndex.interval(1, 3)),
                large.getColumn(0, true));
        large.assign(0);
        assertThat(Rows.of(view.x())).isDeepEqualTo(new double[][] {{2, 3}, {5, 6}, {8, 9}});
        assertThat(Rows.of(view.y())).isDeepEqualTo(new double[][] {{1}, {4}, {7}});
    }

    @Test
    void castsBothToOnePrecision() {
        Batch single = batch.castTo(DataType.FLOAT);
        assertThat(single.x().dataType()).isEqualTo(DataType.FLOAT);
        assertThat(single.y().dataType()).isEqualTo(DataType.FLOAT);
        assertThat(Rows.of(single.x())).isDeepEqualTo(X);
    }

    @Test
    void refusesArraysThatAreNoSamplesWithTargets() {
        INDArray two = Nd4j.zeros(DataType.DOUBLE, 2, 1);
        assertThatThrownBy(() -> new Batch(batch.x(), two)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Batch(Nd4j.zeros(DataType.DOUBLE, 2), two))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("expected [n, ...] and [n, nOut]");
    }

    @Test
    void rowsOfATransposedViewAreItsOwn() {
        assertThat(Rows.of(Nd4j.createFromArray(X).transpose())).isDeepEqualTo(new double[][] {{1, 3, 5}, {2, 4, 6}});
    }
}
