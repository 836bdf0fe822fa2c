package handgrad.network;

/** The place of one number in parameter space; the row of a bias is 0. */
public record Address(Block block, int row, int column) {
    /** For people: {@code W1[1,2]} or {@code b1[2]}; layers count from 1, entries from 0. */
    @Override
    public String toString() {
        return block.symbol() + entry();
    }

    /** For programs: {@code 0_W[1,2]} or {@code 0_b[2]}. */
    public String name() {
        return block.name() + entry();
    }

    private String entry() {
        return block.isWeight() ? "[%d,%d]".formatted(row, column) : "[%d]".formatted(column);
    }
}
