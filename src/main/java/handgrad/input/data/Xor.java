package handgrad.input.data;

import handgrad.engine.Batch;
import java.util.Optional;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;

/** Exclusive or: the four pairs of bits, and 1 where the two differ. There is no test set. */
public final class Xor {
    private Xor() {}

    /** The number of samples. */
    public static final int SAMPLES = 4;

    public static Split split(DataType type) {
        double[][] x = {{0, 0}, {0, 1}, {1, 0}, {1, 1}};
        double[][] y = {{0}, {1}, {1}, {0}};
        var batch = new Batch(Nd4j.createFromArray(x), Nd4j.createFromArray(y)).castTo(type);
        return new Split(batch, Optional.empty(), """
                x = np.array([[0., 0.], [0., 1.], [1., 0.], [1., 1.]])
                y = np.array([[0.], [1.], [1.], [0.]])
                x_test = y_test = None
                """);
    }
}
