package handgrad.network;

import handgrad.network.layer.Theta;
import handgrad.network.number.Row;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/**
 * A point in the parameter space of a network, in plain double precision: one flat vector {@code [size]} in DL4J's layout. A
 * gradient is such a point too.
 *
 * @param values not copied; not to be changed
 */
public record Point(Network network, double[] values) {
    public Point {
        if (values.length != network.size()) {
            throw new IllegalArgumentException(
                    "%d numbers for a network of %d parameters".formatted(values.length, network.size()));
        }
    }

    /** The numbers of a block, a copy. */
    public double[] values(Block block) {
        return Arrays.copyOfRange(values, block.offset(), block.end());
    }

    /** The numbers of a block, row by row. */
    public double[][] rows(Block block) {
        double[][] rows = new double[block.rows()][block.columns()];
        for (int row = 0; row < block.rows(); row++) {
            for (int column = 0; column < block.columns(); column++) {
                rows[row][column] = values[block.index(row, column)];
            }
        }
        return rows;
    }

    /** Each layer's parameters, as rows of a kind. */
    public List<Theta<Row>> rows(Function<double[], Row> kind) {
        var layers = new ArrayList<Theta<Row>>();
        for (int l = 0; l < network.depth(); l++) {
            layers.add(new Theta<>(
                    network.layer(l).slots(),
                    network.blocks(l).stream()
                            .map(block -> kind.apply(values(block)))
                            .toList()));
        }
        return layers;
    }

    /** Whether all numbers are finite. */
    public boolean isFinite() {
        return Arrays.stream(values).allMatch(Double::isFinite);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Point point && network.equals(point.network) && Arrays.equals(values, point.values);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(values);
    }
}
