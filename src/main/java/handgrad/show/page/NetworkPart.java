package handgrad.show.page;

import handgrad.Figures;
import handgrad.judge.Judgement;
import handgrad.judge.Judgement.Part;
import handgrad.judge.Judgement.Verdict;
import handgrad.judge.reading.Step;
import handgrad.lab.result.Mistaken.Place;
import handgrad.network.Network;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The network as a row of stations, from the inputs to the loss, with the place of the mistake in it.
 *
 * @param nodes the inputs, the layers, the loss
 * @param links between them; the first leads into the first layer
 */
record NetworkPart(List<Node> nodes, List<Link> links) {
    /**
     * @param state {@code right}, {@code wrong} or {@code unjudged}
     * @param here whether the mistake is made here
     */
    record Node(String name, String about, String state, boolean here) {}

    /**
     * @param parts the gradients of the parameters that it leads through
     * @param passes what the backward pass takes through it wrongly; null where that is not the mistake
     */
    record Link(List<Gradient> parts, boolean here, String passes) {}

    record Gradient(String name, String verdict, int wrong, int size) {}

    /** Of a gradient that was judged. */
    static NetworkPart of(Network network, double loss, Judgement judgement, List<Place> places) {
        return of(network, Figures.of(loss), Optional.of(judgement), places);
    }

    /** Where only the place is known. */
    static NetworkPart of(Network network, List<Place> places) {
        return of(network, network.loss().id(), Optional.empty(), places);
    }

    private static NetworkPart of(Network network, String loss, Optional<Judgement> judgement, List<Place> places) {
        var nodes = new ArrayList<Node>();
        var links = new ArrayList<Link>();
        nodes.add(new Node("x", Figures.count(network.nIn(), "input"), "unjudged", false));
        for (int l = 0; l < network.depth(); l++) {
            int layer = l;
            List<Part> parts = judgement.stream()
                    .flatMap(given -> given.parts().stream())
                    .filter(part -> part.block().layer() == layer)
                    .toList();
            nodes.add(new Node(
                    "layer " + (l + 1),
                    "%d, %s"
                            .formatted(
                                    network.layer(l).nOut(),
                                    network.layer(l).activation().id()),
                    state(parts),
                    isAt(places, l, Step.FORWARD, Step.DERIVATIVE, Step.OUTPUT_DELTA)));
            links.add(new Link(
                    parts.stream().map(NetworkPart::gradient).toList(), inParameters(places, l), passes(places, l)));
        }
        links.add(new Link(List.of(), false, null));
        nodes.add(new Node("loss", loss, "unjudged", places.stream().anyMatch(NetworkPart::isOfTheLoss)));
        return new NetworkPart(nodes, links);
    }

    private static Gradient gradient(Part part) {
        return new Gradient(
                "d" + part.block().symbol(),
                word(part.verdict()),
                part.failing(),
                part.block().size());
    }

    /** A verdict as a reader has it. */
    static String word(Verdict verdict) {
        return switch (verdict) {
            case PASS -> "right";
            case KINK -> "right at a kink";
            case FAIL -> "wrong";
            case NOT_CLAIMED -> "not claimed";
        };
    }

    private static String state(List<Part> parts) {
        if (parts.stream().anyMatch(part -> part.verdict() == Verdict.FAIL)) {
            return "wrong";
        }
        boolean judged = parts.stream().anyMatch(part -> part.verdict() != Verdict.NOT_CLAIMED);
        return judged ? "right" : "unjudged";
    }

    private static boolean isAt(List<Place> places, int layer, Step... steps) {
        return places.stream().filter(place -> place.layer() == layer).anyMatch(place -> List.of(steps)
                .contains(place.step()));
    }

    private static boolean inParameters(List<Place> places, int layer) {
        return isAt(places, layer, Step.INPUT, Step.REDUCTION, Step.SCALE, Step.LAYOUT, Step.AFTERWARDS, Step.MISSING);
    }

    /** What goes down from a layer is the gradient of the layer below. */
    private static String passes(List<Place> places, int layer) {
        return layer > 0 && isAt(places, layer - 1, Step.PASSED_DOWN)
                ? "delta%d W%d".formatted(layer + 1, layer + 1)
                : null;
    }

    private static boolean isOfTheLoss(Place place) {
        return place.step() == Step.LOSS || place.step() == Step.TARGETS;
    }
}
