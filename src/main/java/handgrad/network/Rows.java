package handgrad.network;

import java.util.Arrays;
import org.nd4j.linalg.api.ndarray.INDArray;

/** An array {@code [n, k]} as plain Java rows, copied at once: ND4J's own {@code toDoubleMatrix} makes a view a row. */
public final class Rows {
    private Rows() {}

    /** The rows, in double precision. */
    public static double[][] of(INDArray array) {
        int columns = array.columns();
        double[] flat = array.dup('c').data().asDouble();
        double[][] rows = new double[array.rows()][];
        Arrays.setAll(rows, i -> Arrays.copyOfRange(flat, i * columns, (i + 1) * columns));
        return rows;
    }
}
