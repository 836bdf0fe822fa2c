package handgrad.input.claim;

import handgrad.network.Block;
import handgrad.network.function.Activation;
import handgrad.network.layer.Dense;
import java.util.Arrays;
import java.util.OptionalInt;

/** The sizes of a layer, and the numbers of its parameters or of their gradient, out of one object of a case file. */
record LayerReader(Layout layout) {
    private static final String WEIGHTS = "weights";
    private static final String BIAS = "bias";

    /**
     * A layer without its numbers.
     *
     * @param source has the weights, and the bias if there is one
     * @param nIn what it is fed, where that is known
     * @param fed by whom, for the complaint
     */
    Dense layer(JsonFields source, Activation activation, OptionalInt nIn, String fed) {
        JsonFields weights = source.field(WEIGHTS);
        var grid = new Grid(weights, layout.turnsWeights());
        int extra = layout.folded() ? 1 : 0;
        int rows;
        int columns;
        if (weights.depth() == 1) {
            int length = weights.size();
            boolean row = nIn.isPresent() && nIn.getAsInt() + extra == 1;
            boolean column = nIn.isEmpty() || nIn.getAsInt() + extra == length;
            if (!row && !column) {
                throw weights.misshapen("expected an array of rows [%s], found %s"
                        .formatted(layout.order(), JsonFields.count(length, "number")));
            }
            rows = row ? 1 : length;
            columns = row ? length : 1;
        } else {
            columns = grid.columns();
            rows = grid.rows();
        }
        if (nIn.isPresent() && rows != nIn.getAsInt() + extra) {
            throw weights.misshapen("expected %s, %s, found %d (weights are [%s])"
                    .formatted(
                            JsonFields.count(nIn.getAsInt() + extra, layout.turnsWeights() ? "column" : "row"),
                            fed,
                            rows,
                            layout.order()));
        }
        if (rows == extra) {
            throw weights.misshapen("expected weights beside the bias, found none");
        }
        boolean bias = layout.folded() || source.has(BIAS);
        return new Dense(rows - extra, columns, activation, bias);
    }

    /** Whether the numbers of a parameter are there. */
    boolean gives(Block block, JsonFields source) {
        return block.isWeight() || layout.folded()
                ? source.has(WEIGHTS)
                : source.has(BIAS)
                        && !(source.field(BIAS).isText()
                                && source.field(BIAS).text().equals("fixed"));
    }

    /** Puts the numbers of a parameter in their place in the flat vector. */
    void read(Block weights, Block block, JsonFields source, double[] into) {
        if (block.isWeight()) {
            double[][] own = withBias(weights, source);
            int skipped = layout.folded() && layout.biasFirst() ? 1 : 0;
            for (int row = 0; row < block.rows(); row++) {
                for (int column = 0; column < block.columns(); column++) {
                    into[block.index(row, column)] = own[row + skipped][column];
                }
            }
            return;
        }
        double[] bias = bias(weights, block, source);
        System.arraycopy(bias, 0, into, block.offset(), bias.length);
    }

    private double[] bias(Block weights, Block block, JsonFields source) {
        if (!layout.folded()) {
            return new Grid(source.field(BIAS), false).vector(block.columns());
        }
        double[][] all = withBias(weights, source);
        double[] folded = all[layout.biasFirst() ? 0 : all.length - 1];
        if (source.has(BIAS) && !Arrays.equals(folded, new Grid(source.field(BIAS), false).vector(block.columns()))) {
            throw source.field(BIAS)
                    .wrong(
                            "expected none, or the numbers of the %s of 'weights', as 'layout' says that the biases stand there"
                                    .formatted(layout.bias().id().replace('-', ' ')));
        }
        return folded;
    }

    private double[][] withBias(Block weights, JsonFields source) {
        int rows = weights.rows() + (layout.folded() ? 1 : 0);
        return new Grid(source.field(WEIGHTS), layout.turnsWeights())
                .read(rows, weights.columns(), "weights are [%s]".formatted(layout.order()));
    }
}
