package handgrad.show.page;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A folder of results with made-up records in it. */
final class RecordFiles {
    /** A step at which the loss of every run is this high, for one step only. */
    static final int PEAK_STEP = 777;

    static final double PEAK = 42.5;

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final Path folder;

    RecordFiles(Path folder) {
        this.folder = folder;
    }

    /** A run of so many steps; its loss ends the lower the larger its seed. */
    RecordFiles run(String where, String experiment, String variant, int seed, int steps) {
        ObjectNode page = start("run", experiment, variant);
        page.put("network", "2-3-1, tanh, sigmoid, binary-cross-entropy (sum)").put("seed", seed);
        page.set("verdict", MAPPER.valueToTree(verdict(seed)));
        page.put("scoreName", "accuracy");
        int[] at = IntStream.rangeClosed(0, steps).toArray();
        page.putArray("losses").add(curve("hand", at, seed)).add(curve("dl4j", at, seed));
        page.putArray("parameterDifferences").add(curve("dl4j", new int[] {0, steps}, 1000 * seed));
        page.putArray("trainScores").add(curve("hand", new int[] {0, steps}, seed));
        ArrayNode configuration = page.putArray("configuration");
        options(seed).forEach((key, value) -> configuration
                .addObject()
                .put("key", key)
                .set("values", MAPPER.valueToTree(List.of(value, value))));
        return write(where, page);
    }

    private static Map<String, String> options(int seed) {
        var options = new LinkedHashMap<String, String>();
        options.put("made of", "as usual");
        options.put("loss", "as usual");
        options.put("updater", seed <= 3 ? "adam" : "sgd");
        options.put("learning rate", "0." + seed);
        options.put("L2", "0.0");
        options.put("hidden widths", seed + ", 3");
        options.put("batch size", seed == 9 ? "2, shuffled" : "all 4");
        options.put("epochs, at most", "4000");
        options.put("starting point", "drawn with seed " + seed);
        options.put("precision", "double");
        options.put("mode", "free-running");
        return options;
    }

    RecordFiles study(String where, String experiment) {
        ObjectNode page = start("study", experiment, null);
        page.set("verdict", MAPPER.valueToTree(Map.of("id", "study", "success", true, "sentence", "A study.")));
        return write(where, page);
    }

    /** Any text under the name of a record. */
    RecordFiles text(String where, String text) {
        try {
            Files.createDirectories(folder.resolve(where));
            Files.writeString(folder.resolve(where).resolve(Page.DATA), text);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String index() {
        return IndexHtml.of(Records.in(folder));
    }

    private RecordFiles write(String where, ObjectNode page) {
        return text(where, MAPPER.writeValueAsString(page));
    }

    private static ObjectNode start(String kind, String experiment, String variant) {
        ObjectNode page = MAPPER.createObjectNode();
        page.put("format", 1).put("kind", kind).put("experiment", experiment).put("variant", variant);
        page.put("title", variant == null ? experiment : experiment + ": " + variant);
        page.put("question", "What does it do?")
                .put("time", "2026-11-21T23:04:13Z")
                .put("commit", "0123abc");
        return page;
    }

    private static Map<String, Object> verdict(int seed) {
        return seed % 5 == 4
                ? Map.of("id", "engines-differ", "success", true, "sentence", "They differ.")
                : Map.of("id", "agree", "success", true, "sentence", "They agree.");
    }

    private static ObjectNode curve(String name, int[] steps, int seed) {
        ObjectNode curve = MAPPER.createObjectNode().put("name", name);
        ArrayNode at = curve.putArray("steps");
        ArrayNode values = curve.putArray("values");
        for (int step : steps) {
            at.add(step);
            values.add(step == PEAK_STEP ? PEAK : loss(step, seed));
        }
        return curve;
    }

    static double loss(int step, int seed) {
        return Math.exp(-step / 900.0) * (2 + 0.3 * Math.sin(step * 0.7)) + 1.0 / (seed + 3);
    }
}
