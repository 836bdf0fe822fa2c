package handgrad.network.function;

import handgrad.network.array.Matrix;
import handgrad.network.number.Row;
import java.util.Optional;
import java.util.Random;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.lossfunctions.ILossFunction;

/**
 * The loss of one sample, all of it in one file, with z the weighted sums of the output layer, {@code y = f(z)} the output
 * and t the target, {@code [nOut]} each.
 */
public interface Loss extends Definition {
    /** What each output adds to the loss: the definition. Their sum is the loss. */
    Row of(Row z, Row y, Row t);

    /** {@code dL/dy}, by hand. */
    Row slope(Row y, Row t);

    /** {@code dL/dz}, by hand; losses in which f' cancels say what is left. */
    default Row delta(Activation f, Row z, Row y, Row t) {
        return f.timesSlope(slope(y, t), z, y);
    }

    /** Whether f' cancels in {@link #delta}, so that {@link #slope} is not on the way to it. */
    default boolean cancels() {
        return false;
    }

    /** The definition as textbooks write it, in terms of y, where that loses digits as {@link #of} does not. */
    default Optional<Row> textbook(Row y, Row t) {
        return Optional.empty();
    }

    /** Whether the loss is defined on, and computed from, outputs of this activation. */
    default boolean accepts(Activation output) {
        return true;
    }

    /** The fewest outputs that it makes sense for. */
    default int fewestOutputs() {
        return 1;
    }

    /** The sum of the losses of all rows, for {@code z}, {@code y} and {@code t [n, nOut]}. */
    double sum(Matrix z, Matrix y, Matrix t, Loops loops);

    /** {@code delta <- dL/dz} for every row, as {@link #delta(Activation, Row, Row, Row)}. */
    void delta(Activation f, Matrix z, Matrix y, Matrix t, Matrix delta, Loops loops);

    /** A random target that makes sense for this loss: 1 for one of the outputs. */
    default double[] target(Random random, int nOut) {
        double[] t = new double[nOut];
        t[random.nextInt(nOut)] = 1;
        return t;
    }

    /** How {@link #sum} computes it, in a few words. */
    String computed();

    /** What DL4J computes it by, in a few words. */
    String counterpartName(DataType type);

    /** DL4J's loss of the same value; by {@code cast}, so that a JVM without ND4J verifies the class without looking for it. */
    ILossFunction counterpart(int nOut, DataType type);
}
