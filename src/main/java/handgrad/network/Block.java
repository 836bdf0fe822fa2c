package handgrad.network;

import handgrad.Named;

/**
 * One weight matrix or bias as a stretch of the flat parameter vector, in DL4J's layout: layer by layer, weights in
 * column order, then the bias.
 *
 * @param rows {@code nIn} for weights, 1 for a bias
 * @param columns {@code nOut}
 */
public record Block(int layer, Kind kind, int offset, int rows, int columns) {
    /** Which parameter of a layer. */
    public enum Kind implements Named {
        WEIGHTS("weights", "W"),
        BIAS("bias", "b");

        private final String id;
        private final String symbol;

        Kind(String id, String symbol) {
            this.id = id;
            this.symbol = symbol;
        }

        @Override
        public String id() {
            return id;
        }
    }

    public int size() {
        return rows * columns;
    }

    public int end() {
        return offset + size();
    }

    /** DL4J's name of the parameter: {@code 0_W}, {@code 0_b}, {@code 1_W}, ... */
    public String name() {
        return layer + "_" + kind.symbol;
    }

    /** The index in the flat vector of the entry at a row and column. */
    public int index(int row, int column) {
        return offset + row + column * rows;
    }

    /** The place of an index of the flat vector inside this block. */
    public Address address(int index) {
        int within = index - offset;
        return new Address(this, within % rows, within / rows);
    }
}
