package handgrad.network.layer;

import java.util.List;

/**
 * Something for each parameter of one layer, asked for by its symbol: its rows, its matrices, or where its gradient goes.
 *
 * @param values in the order of the slots
 */
public record Theta<T>(List<Slot> slots, List<T> values) {
    public Theta {
        slots = List.copyOf(slots);
        values = List.copyOf(values);
    }

    /** That of the parameter with a given symbol, which the layer has. */
    public T get(String symbol) {
        for (int k = 0; k < slots.size(); k++) {
            if (slots.get(k).symbol().equals(symbol)) {
                return values.get(k);
            }
        }
        throw new IllegalArgumentException("no parameter " + symbol);
    }
}
