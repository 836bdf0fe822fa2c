package handgrad.show.trace;

import handgrad.Figures;
import handgrad.judge.trace.Digits;
import handgrad.judge.trace.Selection;
import handgrad.lab.result.Traced;
import handgrad.network.Network;
import handgrad.network.layer.Layer;
import java.util.ArrayList;
import java.util.Locale;

/** What a network is, and what of it is shown, in a sentence or two. */
final class NetworkSentence {
    private NetworkSentence() {}

    static String of(Traced traced, Digits digits) {
        Network network = traced.trace().network();
        var layers = new ArrayList<String>();
        for (int l = 0; l < network.depth(); l++) {
            Layer layer = network.layer(l);
            String what = layer.activation().id() + (l == network.depth() - 1 ? " output" : " neuron");
            layers.add("layer %d with %s".formatted(l + 1, Figures.count(layer.nOut(), what)));
        }
        return "A %s network: %s, %s. The loss of sample %d of %s is the %s, L = %s.%s"
                .formatted(
                        network.shape(),
                        Figures.count(network.nIn(), "input"),
                        String.join(", ", layers),
                        traced.sample(),
                        String.format(Locale.ROOT, "%,d", traced.samples()),
                        network.loss().id(),
                        MathText.of(digits.of(traced.trace().loss())),
                        shown(traced.trace().selection()));
    }

    private static String shown(Selection selection) {
        var parts = new ArrayList<String>();
        selection.neuron().ifPresent(j -> parts.add("neuron " + j));
        selection.layer().ifPresent(l -> parts.add("layer " + (l + 1)));
        if (parts.isEmpty()) {
            return "";
        }
        String where = selection.layer().isEmpty() ? " of each layer" : "";
        return " Only %s%s is shown.".formatted(String.join(" of ", parts), where);
    }
}
