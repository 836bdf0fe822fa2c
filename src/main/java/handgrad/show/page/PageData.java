package handgrad.show.page;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The data of a page, made small enough to stand in it. */
final class PageData {
    /** Points of all curves together, and of one curve: two for each column of pixels of a wide screen. */
    private static final int POINTS = 9_600;

    private static final int POINTS_OF_ONE = 2_400;
    private static final int LEAST = 120;

    /** Steps at which gradients and layers are kept, at most. */
    private static final int STEPS = 600;

    /** Pictures of neurons, at most. */
    private static final int NEURONS = 256;

    private static final int DIGITS_OF_CURVES = 10;

    /** Digits of what was thinned for a chart. */
    private static final int DIGITS = 4;

    private static final List<String> CURVES =
            List.of("losses", "lossDifferences", "parameterDifferences", "trainScores", "testScores");

    private static final List<String> LAYERS =
            List.of("gradientNorms", "updateRatios", "updateShares", "spreads", "dead", "saturated");

    private PageData() {}

    /** A copy with long records thinned and pictures rounded. */
    static ObjectNode compact(ObjectNode data) {
        ObjectNode page = data.deepCopy();
        List<ObjectNode> curves = new ArrayList<>();
        CURVES.forEach(name -> curves.addAll(objects(page.path(name))));
        curves.addAll(objects(page.path("textbookLoss")));
        int most = most(curves);
        for (ObjectNode curve : curves) {
            Thinning.thin(curve, List.of("values"), most);
            if (curve.has("recorded")) {
                Rounding.significant((ArrayNode) curve.path("values"), DIGITS_OF_CURVES);
            }
        }

        for (ObjectNode against : objects(page.path("gradientDifferences"))) {
            Thinning.thinRows(against, STEPS);
            if (against.has("recorded")) {
                against.path("values").forEach(row -> Rounding.significant((ArrayNode) row, DIGITS));
            }
        }
        for (ObjectNode layer : objects(page.path("layers"))) {
            Thinning.thin(layer, ofSteps(layer), STEPS);
            if (layer.has("recorded")) {
                ofSteps(layer).forEach(name -> Rounding.significant((ArrayNode) layer.path(name), DIGITS));
            }
        }
        objects(page.path("weightMaps")).forEach(map -> Packing.pack(map, "share"));
        objects(page.path("surface").path("frames")).forEach(frame -> Packing.pack(frame, "values"));
        objects(page.path("surface").path("hidden").path("neurons")).forEach(neuron -> Packing.pack(neuron, "values"));
        if (page.path("hidden") instanceof ObjectNode hidden) {
            packNeurons(hidden);
        }
        return page;
    }

    /** As many points of each curve as leave all of them within what a page can hold; short curves leave theirs to long ones. */
    private static int most(List<ObjectNode> curves) {
        int most = POINTS_OF_ONE;
        while (most > LEAST && points(curves, most) > POINTS) {
            most = most * 9 / 10;
        }
        return most;
    }

    private static int points(List<ObjectNode> curves, int most) {
        return curves.stream()
                .mapToInt(curve -> Math.min(most, curve.path("steps").size()))
                .sum();
    }

    /** Of a wide layer only the first neurons: more are not looked at. */
    private static void packNeurons(ObjectNode hidden) {
        ArrayNode neurons = (ArrayNode) hidden.path("neurons");
        hidden.put("total", neurons.size());
        while (neurons.size() > NEURONS) {
            neurons.remove(neurons.size() - 1);
        }
        for (int i = 0; i < neurons.size(); i++) {
            neurons.set(i, Packing.packed((ArrayNode) neurons.get(i)));
        }
    }

    /** The columns of a layer that there are. */
    private static List<String> ofSteps(ObjectNode layer) {
        return LAYERS.stream()
                .filter(name -> layer.path(name).size() == layer.path("steps").size())
                .toList();
    }

    /** The objects in an array, or the object itself; none where there is neither. */
    private static List<ObjectNode> objects(JsonNode node) {
        var found = new ArrayList<ObjectNode>();
        if (node instanceof ObjectNode one) {
            found.add(one);
        }
        if (node.isArray()) {
            for (JsonNode entry : node) {
                if (entry instanceof ObjectNode one) {
                    found.add(one);
                }
            }
        }
        return found;
    }
}
