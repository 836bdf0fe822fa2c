package handgrad.judge.trace;

import handgrad.network.Network;
import handgrad.network.function.Activation;
import handgrad.network.function.Loss;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The rules that the lines of a section follow, and why. */
final class Notes {
    static final String FROM_Z =
            "an output is near 0 or 1, where the logarithm loses digits: the same loss is computed from z";

    /** Nearer to 0 or 1 the logarithms of y and 1 - y begin to lose digits. */
    private static final double NEAR = 1e-3;

    private Notes() {}

    /** Whether the loss as textbooks write it loses digits here. */
    static boolean losesDigits(Network network, Quantities q) {
        return network.loss().cancels()
                && Arrays.stream(q.a()[network.depth() - 1]).anyMatch(y -> !(y > NEAR && y < 1 - NEAR));
    }

    static List<String> forward(Activation f) {
        return f.entrywise() ? List.of() : List.of("%s takes the whole row of z".formatted(f.id()));
    }

    static List<String> backward(Network network, int l) {
        var notes = new ArrayList<String>();
        int last = network.depth() - 1;
        String z = "z%d[j]".formatted(l + 1);
        String a = new Names(network).output(l, 0).replace("[0]", "[j]");
        Activation f = network.layer(l).activation();
        if (l < last) {
            notes.add("dL/d%s = sum_k dL/dz%d[k] * dz%d[k]/d%s, over every path to L".formatted(a, l + 2, l + 2, a));
        }
        notes.add(
                f.entrywise()
                        ? "delta%d[j] = dL/d%s = dL/d%s * d%s/d%s; %s".formatted(l + 1, z, a, a, z, slope(f, z, a))
                        : "delta%d[j] = dL/d%s = sum_k dL/d%s * d%s/d%s; of %s each output depends on every z of its row"
                                .formatted(l + 1, z, a.replace('j', 'k'), a.replace('j', 'k'), z, f.id()));
        if (l == last && network.loss().cancels()) {
            notes.add(cancelled(network.loss(), f, z));
        }
        notes.add("of a parameter p of the layer, dL/dp = sum_j dL/d%s * d%s/dp".formatted(z, z));
        return notes;
    }

    /** {@code the slope of sigmoid is a1[j] * (1 - a1[j])}. */
    private static String slope(Activation f, String z, String a) {
        return "the slope of %s is %s".formatted(f.id(), Formulas.slopeAlone(f, z, a));
    }

    private static String cancelled(Loss loss, Activation f, String z) {
        return "dL/dy[j] = %s, and what it divides by cancels: what is left, %s, stays right where y[j] has rounded to 0 or 1"
                .formatted(Formulas.slope(loss, "y[j]", "t[j]"), Formulas.delta(loss, f, z, "y[j]", "t[j]"));
    }
}
