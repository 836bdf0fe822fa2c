package handgrad.input.claim;

import handgrad.Named;
import java.util.ArrayList;
import java.util.List;

/**
 * How the numbers of a case file lie. Everything behind the reading sees one form only: samples as rows, {@code W [nIn, nOut]},
 * {@code b [nOut]} beside it.
 */
record Layout(Order samples, Weights weights, Bias bias) {
    static final Layout USUAL = new Layout(Order.ROWS, Weights.IN_OUT, Bias.APART);
    private static final List<String> FIELDS = List.of("samples", "weights", "bias");

    /** What one sample is in x, y and all that is like them. */
    enum Order implements Named {
        ROWS,
        COLUMNS
    }

    /** {@code W [nIn, nOut]} or {@code [nOut, nIn]}. */
    enum Weights implements Named {
        IN_OUT,
        OUT_IN
    }

    /** Where a bias stands: beside its weights, or among them, with those of an input that is always 1. */
    enum Bias implements Named {
        APART,
        FIRST_ROW,
        LAST_ROW,
        FIRST_COLUMN,
        LAST_COLUMN;

        private boolean fits(Weights weights) {
            return this == APART || weights == Weights.IN_OUT == name().endsWith("ROW");
        }
    }

    /** What a case, or a claim in it, declares; what it does not is as {@code usual}. */
    static Layout of(JsonFields root, Layout usual) {
        if (!root.has("layout")) {
            return usual;
        }
        JsonFields json = root.field("layout").only(FIELDS);
        var layout = new Layout(
                json.has("samples") ? KnownNames.of(Order.class, json.field("samples")) : usual.samples,
                json.has("weights") ? KnownNames.of(Weights.class, json.field("weights")) : usual.weights,
                json.has("bias") ? KnownNames.of(Bias.class, json.field("bias")) : usual.bias);
        if (!layout.bias.fits(layout.weights)) {
            throw json.field("bias")
                    .wrong("expected a %s, as weights are [%s], found '%s'"
                            .formatted(
                                    layout.weights == Weights.IN_OUT ? "row" : "column",
                                    layout.order(),
                                    layout.bias.id()));
        }
        return layout;
    }

    /** All that there are, those with the fewest differences from the usual one first. */
    static List<Layout> all() {
        var all = new ArrayList<Layout>();
        for (Bias bias : Bias.values()) {
            for (Weights weights : Weights.values()) {
                for (Order order : Order.values()) {
                    if (bias.fits(weights)) {
                        all.add(new Layout(order, weights, bias));
                    }
                }
            }
        }
        return all;
    }

    boolean folded() {
        return bias != Bias.APART;
    }

    boolean biasFirst() {
        return bias == Bias.FIRST_ROW || bias == Bias.FIRST_COLUMN;
    }

    /** Whether the weights of the file are those of the canonical form transposed. */
    boolean turnsWeights() {
        return weights == Weights.OUT_IN;
    }

    boolean turnsSamples() {
        return samples == Order.COLUMNS;
    }

    /** {@code nIn, nOut}, with the 1 of a bias. */
    String order() {
        String nIn = folded() ? "nIn + 1" : "nIn";
        return weights == Weights.IN_OUT ? nIn + ", nOut" : "nOut, " + nIn;
    }

    /** As in a case file. */
    String declared() {
        var parts = new ArrayList<String>();
        if (turnsSamples()) {
            parts.add("\"samples\": \"columns\"");
        }
        if (turnsWeights()) {
            parts.add("\"weights\": \"out-in\"");
        }
        if (folded()) {
            parts.add("\"bias\": \"%s\"".formatted(bias.id()));
        }
        return "\"layout\": {%s}".formatted(String.join(", ", parts));
    }
}
