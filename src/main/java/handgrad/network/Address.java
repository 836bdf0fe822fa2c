package handgrad.network;

/** The place of one number in parameter space; the row of a bias is 0. */
public record Address(Block block, int row, int column) {
    /** {@code W1[1,2]} or {@code b1[2]}: layers count from 1, rows and columns from 0. */
    @Override
    public String toString() {
        return block.symbol() + (block.isWeight() ? "[%d,%d]".formatted(row, column) : "[%d]".formatted(column));
    }
}
