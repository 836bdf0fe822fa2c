package handgrad.judge.diagnosis;

import handgrad.network.Network;
import java.util.ArrayList;
import java.util.Arrays;

/** Activations that are not those of this forward pass, in the ways in which a program comes to have them. */
final class StaleActivations {
    /** There was no forward pass: all are zero. */
    static final int ZEROS = 0;
    /** Those of the sample before, the last one's for the first. */
    static final int BEFORE = 1;
    /** The forward pass was over the last sample when the backward pass began. */
    static final int LAST = 3;

    static final int FIRST = 5;
    /** All are zero, but slopes are computed from z, which is zero. */
    static final int ZEROS_BUT_SLOPES = 7;
    /** Those of the sample before, but only in the gradient of the weights. */
    static final int IN_GRADIENT = 8;

    private final int form;

    /** @param form as above; one more than {@code BEFORE}, {@code LAST} or {@code FIRST} where x is stale too */
    StaleActivations(int form) {
        this.form = form;
    }

    /** What is used instead of a forward pass. */
    ForwardPass instead(Network network, ForwardPass fresh) {
        var inputs = new ArrayList<>(fresh.inputs().stream().map(this::stale).toList());
        boolean inputsToo = form == BEFORE + 1 || form == LAST + 1 || form == FIRST + 1;
        if (!inputsToo) {
            inputs.set(0, fresh.input(0));
        }
        var z = fresh.allZ().stream().map(this::stale).toList();
        var slopes = new ArrayList<>(inputs.subList(1, inputs.size()));
        for (int l = 0; form == ZEROS_BUT_SLOPES && l < slopes.size(); l++) {
            double[] row = FaultyFunctions.activate(network.layer(l).activation(), z.get(l)[0]);
            double[][] rows = new double[z.get(l).length][];
            Arrays.fill(rows, row);
            slopes.set(l, rows);
        }
        return new ForwardPass(inputs, z, slopes);
    }

    /** Each row in the place of the next one. */
    static double[][] before(double[][] rows) {
        double[][] stale = new double[rows.length][];
        Arrays.setAll(stale, s -> rows[(s + rows.length - 1) % rows.length]);
        return stale;
    }

    private double[][] stale(double[][] rows) {
        return switch (form) {
            case BEFORE, BEFORE + 1 -> before(rows);
            case LAST, LAST + 1 -> always(rows, rows.length - 1);
            case FIRST, FIRST + 1 -> always(rows, 0);
            default -> new double[rows.length][rows[0].length];
        };
    }

    private static double[][] always(double[][] rows, int which) {
        double[][] stale = new double[rows.length][];
        Arrays.fill(stale, rows[which]);
        return stale;
    }
}
