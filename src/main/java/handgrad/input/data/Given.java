package handgrad.input.data;

import handgrad.InputException;
import handgrad.engine.Parameters;
import handgrad.network.Block;
import handgrad.network.Network;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.nd4j.linalg.api.buffer.DataType;

/** A starting point given number by number, in the order of the flat vector: weights column by column, then the bias. */
public record Given(List<Double> values) implements Start {
    public Given {
        values = List.copyOf(values);
    }

    /** @throws InputException if the network has another number of parameters */
    @Override
    public Parameters draw(Network network, DataType type, NumpyRandom random) {
        if (values.size() != network.size()) {
            throw new InputException(
                    "a starting point of %d numbers is given: expected %d for a network %s, whose widths --hidden may have changed"
                            .formatted(values.size(), network.size(), network.shape()));
        }
        return Parameters.of(
                network, type, values.stream().mapToDouble(Double::doubleValue).toArray());
    }

    @Override
    public String python(Block block) {
        String rows = IntStream.range(0, block.rows())
                .mapToObj(row -> row(block, row))
                .collect(Collectors.joining(", "));
        return block.isWeight() ? "np.array([" + rows + "])" : "np.array(" + rows + ")";
    }

    private String row(Block block, int row) {
        return IntStream.range(0, block.columns())
                .mapToObj(column -> String.valueOf(values.get(block.index(row, column))))
                .collect(Collectors.joining(", ", "[", "]"));
    }
}
