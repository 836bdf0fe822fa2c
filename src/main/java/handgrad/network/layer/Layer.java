package handgrad.network.layer;

import handgrad.network.array.Matrix;
import handgrad.network.function.Activation;
import handgrad.network.number.Row;
import java.util.List;
import java.util.function.BinaryOperator;

/**
 * A kind of layer with its sizes, all of it in one file: what it computes, its derivative by hand, and both again on arrays. A
 * layer computes z from what it is fed, and ends with an activation, {@code a = f(z)}. A sample is a row of numbers, whatever
 * shape the layer sees in it.
 */
public interface Layer {
    /** The name of the kind: {@code dense}. */
    String kind();

    /** How many numbers it is fed for a sample. */
    int nIn();

    /** How many numbers it answers for a sample. */
    int nOut();

    Activation activation();

    /** Its parameters, in the order of the flat vector. */
    List<Slot> slots();

    /** Whether what it answers for a sample depends on that sample alone: only then may a batch be cut into parts. */
    default boolean samplesApart() {
        return true;
    }

    /** {@code z} of every sample: the definition. */
    List<Row> z(List<Row> inputs, Theta<Row> theta);

    /** {@code dL/dtheta} from {@code delta = dL/dz} of every sample, by hand. */
    Theta<Row> gradient(List<Row> inputs, Theta<Row> theta, List<Row> delta);

    /** {@code dL/dinput} of every sample from {@code delta = dL/dz}, by hand. */
    List<Row> below(List<Row> inputs, Theta<Row> theta, List<Row> delta);

    /**
     * The same on arrays, for batches of one size.
     *
     * @param workspace where it gets its memory
     * @param output whether the loss is made of what it answers
     */
    Pass pass(Theta<Matrix> theta, int n, Workspace workspace, boolean output);

    /** Takes two lists of equal length entry by entry. */
    static List<Row> each(List<Row> one, List<Row> other, BinaryOperator<Row> of) {
        return java.util.stream.IntStream.range(0, one.size())
                .mapToObj(s -> of.apply(one.get(s), other.get(s)))
                .toList();
    }
}
