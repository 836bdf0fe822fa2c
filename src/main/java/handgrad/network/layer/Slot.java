package handgrad.network.layer;

/**
 * One parameter of a layer: its place among them, not its numbers.
 *
 * @param name as in case files: {@code weights}
 * @param symbol as in formulas and in DL4J's names: {@code W}
 * @param role whether it decays and is drawn like a weight, or like a bias
 * @param rows 1 for a bias
 */
public record Slot(String name, String symbol, Role role, int rows, int columns) {
    /** What a parameter is to its layer. */
    public enum Role {
        WEIGHT,
        BIAS
    }

    public long size() {
        return (long) rows * columns;
    }
}
