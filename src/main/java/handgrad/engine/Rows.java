package handgrad.engine;

import java.util.Arrays;
import org.nd4j.linalg.api.buffer.DataBuffer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** An array {@code [n, k]} as plain Java rows, copied at once: ND4J's own {@code toDoubleMatrix} makes a view a row. */
public final class Rows {
    private Rows() {}

    /** All numbers, row by row: ND4J's {@code asDouble} reads them one by one. */
    static double[] flat(INDArray array) {
        DataBuffer copy = array.dup('c').data();
        if (array.dataType() != DataType.DOUBLE) {
            return copy.asDouble();
        }
        double[] flat = new double[Math.toIntExact(array.length())];
        copy.asNioDouble().get(0, flat);
        return flat;
    }

    /** The rows, in double precision. */
    public static double[][] of(INDArray array) {
        int columns = array.columns();
        double[] flat = flat(array);
        double[][] rows = new double[array.rows()][];
        Arrays.setAll(rows, i -> Arrays.copyOfRange(flat, i * columns, (i + 1) * columns));
        return rows;
    }
}
