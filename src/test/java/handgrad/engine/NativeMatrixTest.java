package handgrad.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import handgrad.network.array.Matrix.Factor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

/** An array's own memory, in both precisions: whole numbers, which neither rounds. */
@ParameterizedClass
@EnumSource(
        value = DataType.class,
        names = {"DOUBLE", "FLOAT"})
class NativeMatrixTest {
    @Parameter
    private DataType type;

    private INDArray matrix(double[][] rows) {
        return Nd4j.createFromArray(rows).castTo(type).dup('f');
    }

    private static double[] numbers(NativeMatrix matrix) {
        double[] all = new double[matrix.size()];
        matrix.load(0, all, 0, all.length);
        return all;
    }

    @Test
    void isReadInColumnOrder() {
        var matrix = NativeMatrix.of(matrix(new double[][] {{1, 2, 3}, {4, 5, 6}}));
        assertThat(matrix.rows()).isEqualTo(2);
        assertThat(matrix.columns()).isEqualTo(3);
        assertThat(numbers(matrix)).containsExactly(1, 4, 2, 5, 3, 6);
    }

    @Test
    void isTheArraysOwnBothWays() {
        INDArray array = matrix(new double[][] {{1, 2}, {3, 4}});
        var matrix = NativeMatrix.of(array);
        matrix.store(1, new double[] {0, 7, 8}, 1, 2);
        assertThat(array.getDouble(1, 0)).isEqualTo(7);
        assertThat(array.getDouble(0, 1)).isEqualTo(8);
        array.putScalar(1, 1, 9);
        matrix.store(0, new double[] {6}, 0, 1);
        assertThat(numbers(matrix)).containsExactly(6, 7, 8, 9);
        assertThat(array.getDouble(0, 0)).isEqualTo(6);
    }

    /** As the weights and biases of a network lie in its flat vector. */
    @Test
    void ofAViewBeginsWhereTheViewBegins() {
        INDArray vector = Nd4j.arange(10).castTo(type);
        INDArray stretch = vector.get(NDArrayIndex.interval(3, 9));
        assertThat(numbers(NativeMatrix.of(stretch))).containsExactly(3, 4, 5, 6, 7, 8);
        var weights = NativeMatrix.of(stretch.reshape('f', 2, 3));
        assertThat(weights.rows()).isEqualTo(2);
        weights.store(0, new double[] {-1}, 0, 1);
        assertThat(vector.getDouble(3)).isEqualTo(-1);
    }

    @Test
    void ofRowOrderIsACopyInColumnOrder() {
        INDArray rows = Nd4j.createFromArray(new double[][] {{1, 2, 3}, {4, 5, 6}})
                .castTo(type)
                .dup('c');
        assertThat(numbers(NativeMatrix.of(rows))).containsExactly(1, 4, 2, 5, 3, 6);
        assertThat(numbers(NativeMatrix.of(rows.getColumn(1, true)))).containsExactly(2, 5);
    }

    /** (1 2; 3 4)(5 6; 7 8) = (19 22; 43 50), and with the left or the right factor transposed. */
    @Test
    void multiplies() {
        var a = NativeMatrix.of(matrix(new double[][] {{1, 2}, {3, 4}}));
        var b = NativeMatrix.of(matrix(new double[][] {{5, 6}, {7, 8}}));
        var c = NativeMatrix.of(matrix(new double[2][2]));
        c.product(a, Factor.AS_IT_IS, b, Factor.AS_IT_IS, 1, 0);
        assertThat(numbers(c)).containsExactly(19, 43, 22, 50);
        c.product(a, Factor.TRANSPOSED, b, Factor.AS_IT_IS, 1, 0);
        assertThat(numbers(c)).containsExactly(26, 38, 30, 44);
        c.product(a, Factor.AS_IT_IS, b, Factor.TRANSPOSED, 1, 0);
        assertThat(numbers(c)).containsExactly(17, 39, 23, 53);
    }

    /** (1 2 3)^T (4 5) has 3 rows and 2 columns. */
    @Test
    void multipliesWhatIsNotSquare() {
        var c = NativeMatrix.of(matrix(new double[3][2]));
        c.product(
                NativeMatrix.of(matrix(new double[][] {{1, 2, 3}})),
                Factor.TRANSPOSED,
                NativeMatrix.of(matrix(new double[][] {{4, 5}})),
                Factor.AS_IT_IS,
                1,
                0);
        assertThat(numbers(c)).containsExactly(4, 8, 12, 5, 10, 15);
    }

    /** 2 (1 2; 3 4)^T (1; 1) = (8; 12), on top of 3 (1; 1). */
    @Test
    void multipliesBySingleColumnsOnTopOfWhatIsThere() {
        var c = NativeMatrix.of(matrix(new double[][] {{1}, {1}}));
        var a = NativeMatrix.of(matrix(new double[][] {{1, 2}, {3, 4}}));
        c.product(a, Factor.TRANSPOSED, NativeMatrix.of(matrix(new double[][] {{1}, {1}})), Factor.AS_IT_IS, 2, 3);
        assertThat(numbers(c)).containsExactly(11, 15);
    }

    /** The copy is as good as the original, once it is up to date. */
    @Test
    void multipliesByATransposeThatLiesReady() {
        INDArray array = matrix(new double[][] {{1, 2}, {3, 4}, {5, 6}});
        var a = NativeMatrix.of(array);
        a.keepTranspose();
        var b = NativeMatrix.of(matrix(new double[][] {{1, 0}, {0, 1}, {1, 1}}));
        var c = NativeMatrix.of(matrix(new double[2][2]));
        c.product(a, Factor.TRANSPOSED, b, Factor.AS_IT_IS, 1, 0);
        assertThat(numbers(c)).containsExactly(6, 8, 8, 10);
        array.muli(10);
        a.keepTranspose();
        c.product(a, Factor.TRANSPOSED, b, Factor.AS_IT_IS, 1, 0);
        assertThat(numbers(c)).containsExactly(60, 80, 80, 100);
    }

    @Test
    void addsUpColumns() {
        var sums = NativeMatrix.of(Nd4j.zeros(type, 3));
        var of = NativeMatrix.of(matrix(new double[][] {{1, 2, 3}, {4, 5, 6}}));
        sums.columnSums(of, 1, 0);
        assertThat(numbers(sums)).containsExactly(5, 7, 9);
        sums.columnSums(of, -2, 3);
        assertThat(numbers(sums)).containsExactly(5, 7, 9);
    }

    @Test
    void copiesRows() {
        var from = NativeMatrix.of(matrix(new double[][] {{1, 10}, {2, 20}, {3, 30}}));
        var into = NativeMatrix.of(matrix(new double[2][2]));
        into.copyRows(from, new int[] {0, 2, 0}, 1);
        assertThat(numbers(into)).containsExactly(3, 1, 30, 10);
    }

    @Test
    void refusesWhatItCannotHold() {
        assertThatThrownBy(() -> NativeMatrix.of(Nd4j.createFromArray(1, 2)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("expected DOUBLE or FLOAT");
    }

    /** What lies beyond the first dimension counts as columns: 2 x 2 x 2 is 2 x 4. */
    @Test
    void takesCubesAsMatrices() {
        var cube = NativeMatrix.of(Nd4j.arange(8).castTo(type).reshape('f', 2, 2, 2));
        assertThat(cube.rows()).isEqualTo(2);
        assertThat(cube.columns()).isEqualTo(4);
        assertThat(numbers(cube)).containsExactly(0, 1, 2, 3, 4, 5, 6, 7);
    }
}
