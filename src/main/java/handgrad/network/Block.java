package handgrad.network;

import handgrad.network.layer.Slot;

/**
 * One parameter of a layer as a stretch of the flat vector, in DL4J's layout: layer by layer, matrices in column order.
 *
 * @param layer its index, from 0
 */
public record Block(int layer, Slot slot, int offset) {
    public int rows() {
        return slot.rows();
    }

    public int columns() {
        return slot.columns();
    }

    public int size() {
        return Math.toIntExact(slot.size());
    }

    public int end() {
        return offset + size();
    }

    /** Whether it is drawn, trained and decays like a weight, and not like a bias. */
    public boolean isWeight() {
        return slot.role() == Slot.Role.WEIGHT;
    }

    /** {@code W1}, {@code b1}, {@code W2}, ...: layers count from 1. */
    public String symbol() {
        return slot.symbol() + (layer + 1);
    }

    /** The index in the flat vector of the entry at a row and column. */
    public int index(int row, int column) {
        return offset + row + column * rows();
    }

    /** The place of an index of the flat vector inside this block. */
    public Address address(int index) {
        int within = index - offset;
        return new Address(this, within % rows(), within / rows());
    }
}
