package handgrad.show.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What an index is made from: of every record its figures, a thinned curve of its losses, and its options. */
final class IndexJson {
    /** No name of this program's is as long; an index has many. */
    private static final int LONGEST = 200;

    private IndexJson() {}

    static Map<String, Object> of(Records records) {
        int runs =
                (int) records.all().stream().filter(record -> !record.isStudy()).count();
        var page = new LinkedHashMap<String, Object>();
        page.put(
                "runs",
                records.all().stream()
                        .map(record -> row(record, Curves.room(runs)))
                        .toList());
        page.put("skipped", records.complaints());
        return page;
    }

    private static Map<String, Object> row(PageRecord record, int points) {
        JsonNode summary = record.summary();
        var row = new LinkedHashMap<String, Object>();
        row.put("folder", record.names());
        row.put("page", record.page());
        for (String name : List.of("kind", "experiment", "variant", "title", "asked", "question", "time")) {
            row.put(name, text(summary, name));
        }
        row.put("verdict", text(summary.path("verdict"), "id"));
        row.put("success", summary.path("verdict").path("success").asBoolean(false));
        row.put("learning", text(summary.path("learning"), "id"));
        if (record.isStudy()) {
            return row;
        }
        row.put("seed", summary.path("seed").isIntegralNumber() ? summary.path("seed") : null);
        row.put("engine", text(summary, "engine"));
        row.put("scoreName", scoreName(summary));
        for (String name : List.of("loss", "score", "steps", "difference")) {
            row.put(name, figure(summary.path(name)));
        }
        if (summary.path("curve") instanceof ObjectNode curve) {
            ObjectNode thin = Curves.thin(curve.deepCopy(), points);
            row.put("curve", Map.of("steps", thin.path("steps"), "values", thin.path("values")));
        }
        row.put("options", options(summary));
        return row;
    }

    /** Shorter where it is what is usual. */
    private static String scoreName(JsonNode summary) {
        String name = text(summary, "scoreName");
        return (text(summary, "scoreOf") + " " + (name.equals("accuracy") ? "" : name)).strip();
    }

    /** Pairs of a name and a value; engines that differ in a value have theirs beside each other. */
    private static List<List<String>> options(JsonNode summary) {
        var options = new ArrayList<List<String>>();
        String network = text(summary, "network");
        // A verification says all of it in one sentence.
        options.add(List.of("network", network.isEmpty() ? text(summary, "subtitle") : network));
        for (JsonNode setting : summary.path("configuration")) {
            var values = new ArrayList<String>();
            setting.path("values").forEach(value -> values.add(cut(value.asString(""))));
            options.add(List.of(
                    text(setting, "key"),
                    String.join(" | ", values.stream().distinct().toList())));
        }
        options.add(List.of("ended", text(summary.path("ended"), "how")));
        options.add(List.of("commit", text(summary, "commit")));
        return options;
    }

    /** A number, or the name of one that is not finite; null for anything else. */
    private static Object figure(JsonNode value) {
        if (value.isNumber()) {
            return value;
        }
        return List.of("NaN", "Infinity", "-Infinity").contains(value.asString("")) ? value.asString("") : null;
    }

    private static String text(JsonNode node, String name) {
        JsonNode value = node.path(name);
        return value.isString() ? cut(value.asString()) : "";
    }

    private static String cut(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }
}
