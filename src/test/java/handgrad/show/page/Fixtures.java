package handgrad.show.page;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Data of pages: files made from runs, and records too long for a file. */
final class Fixtures {
    static final List<String> NAMES =
            List.of("xor", "digits", "differ", "single", "diverged", "hostile", "study", "mistakes");

    /** How many points the four curves of {@link #longRecord()} have together. */
    static final int POINTS = 100_000;

    /** A step of the long record at which the loss is this high, for one step only. */
    static final int PEAK_STEP = 12_345;

    static final double PEAK = 99.5;

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private Fixtures() {}

    static String json(String name) {
        try {
            return Files.readString(Path.of("src/test/resources/page", name + ".json"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String title(String json) {
        return MAPPER.readTree(json).path("title").asString();
    }

    static String page(String json) {
        return new Page((ObjectNode) MAPPER.readTree(json)).html(List.of());
    }

    /** The page of a record in which something is put that it has not. */
    static String page(String name, Consumer<ObjectNode> change) {
        ObjectNode page = (ObjectNode) MAPPER.readTree(json(name));
        change.accept(page);
        return page(MAPPER.writeValueAsString(page));
    }

    /** The data that stands in a page, as a browser reads it. */
    static JsonNode embedded(String page) {
        String open = "id=\"data\">";
        int from = page.indexOf(open) + open.length();
        return MAPPER.readTree(page.substring(from, page.indexOf("</script>", from)));
    }

    /** A run whose activations deviate by 0.3 all the time. */
    static String withSpreads() {
        ObjectNode page = (ObjectNode) MAPPER.readTree(json("xor"));
        for (JsonNode layer : page.path("layers")) {
            ArrayNode spreads = ((ObjectNode) layer).putArray("spreads");
            layer.path("steps").forEach(step -> spreads.add(0.3));
        }
        return MAPPER.writeValueAsString(page);
    }

    /** A run that was recorded at every step. */
    static String longRecord() {
        ObjectNode page = (ObjectNode) MAPPER.readTree(json("digits"));
        int steps = POINTS / 4;
        for (String name : List.of("losses", "lossDifferences", "parameterDifferences")) {
            for (JsonNode node : page.path(name)) {
                ObjectNode series = (ObjectNode) node;
                ArrayNode at = series.putArray("steps");
                ArrayNode values = series.putArray("values");
                for (int step = 0; step < steps; step++) {
                    at.add(step);
                    values.add(value(name, step));
                }
            }
        }
        return MAPPER.writeValueAsString(page);
    }

    private static double value(String name, int step) {
        double wave = Math.sin(step * 0.7) + Math.sin(step * 0.013);
        if (name.equals("losses")) {
            return step == PEAK_STEP ? PEAK : 8 / (1 + step * 0.01) + 0.01 * (wave + 2);
        }
        return step % 5 == 0 ? 0 : 1e-14 * (wave + 2.1);
    }
}
