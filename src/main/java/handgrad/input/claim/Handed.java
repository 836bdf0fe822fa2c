package handgrad.input.claim;

import handgrad.network.Block;
import handgrad.network.Network;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How a claim was handed in, as far as it matters to what may be expected of it.
 *
 * @param blocks the parameters whose gradient is claimed
 * @param subtracted the numbers whose difference each entry is, over the learning rate; 0 where it is none
 * @param printed where the numbers have few digits
 * @param lossError how far the loss may be off by the digits that were printed
 * @param notes what was made of the file's numbers to get a gradient, a sentence each
 */
public record Handed(
        Set<Block> blocks,
        double[] subtracted,
        Optional<Printed> printed,
        double lossError,
        Tensors tensors,
        List<String> notes) {
    public Handed {
        blocks = Set.copyOf(blocks);
        notes = List.copyOf(notes);
    }

    /** A whole gradient with all its digits, and nothing beside it. */
    public static Handed whole(Network network) {
        return new Handed(
                Set.copyOf(network.blocks()), new double[network.size()], Optional.empty(), 0, Tensors.NONE, List.of());
    }

    /** The same of a difference. */
    Handed subtracted(double[] numbers) {
        return new Handed(blocks, numbers, printed, lossError, tensors, notes);
    }

    /**
     * Numbers that were rounded when they were printed.
     *
     * @param of how many digits they have
     * @param gradient how far each entry may be off by it
     * @param point the same of the parameters, of x and of y, where they seem to have been printed too
     */
    public record Printed(Digits of, double[] gradient, Optional<double[]> point) {}

    /**
     * What else is claimed, samples as rows.
     *
     * @param inputs {@code dL/dx}
     * @param activations of each layer, empty where none is claimed; what is not there is empty
     */
    public record Tensors(Optional<Tensor> inputs, Optional<Tensor> outputs, List<Optional<Tensor>> activations) {
        static final Tensors NONE = new Tensors(Optional.empty(), Optional.empty(), List.of());

        public Tensors {
            activations = List.copyOf(activations);
        }
    }

    /**
     * A row for each sample.
     *
     * @param errors how far each entry may be off by the digits that were printed
     * @param point as of {@link Printed}
     */
    public record Tensor(double[][] rows, double[][] errors, Optional<double[]> point) {}
}
