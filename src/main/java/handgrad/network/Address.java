package handgrad.network;

/** The place of one number in parameter space; the row of a bias is 0. */
public record Address(Block block, int row, int column) {
    /** {@code 0_W[1,2]} or {@code 0_b[2]}. */
    @Override
    public String toString() {
        return block.isWeight()
                ? "%s[%d,%d]".formatted(block.name(), row, column)
                : "%s[%d]".formatted(block.name(), column);
    }
}
