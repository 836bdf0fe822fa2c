package handgrad.show.page;

import handgrad.lab.result.Run;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The curve of a run's losses, in as many points as an index has room for. */
final class Curves {
    /** Of one run, to be compared with others: with what thinning adds, at most 300 stay. */
    private static final int MOST = 220;

    /** All runs together; so some hundred runs stay below a megabyte. */
    private static final int TOGETHER = 30_000;

    private static final int FEWEST = 24;

    private static final int DIGITS = 4;

    private Curves() {}

    /**
     * Puts, for the curves of a run, those that an index shows: the losses and score of a gradient of its own where it has one,
     * else of the first engine, and the largest difference of the parameters.
     */
    static void shorten(ObjectNode fields) {
        int subject = subject(fields.path("losses"));
        JsonNode losses = fields.path("losses").path(subject);
        fields.set("steps", last(losses.path("steps")));
        fields.set("loss", last(losses.path("values")));
        fields.put("engine", losses.path("name").asString(""));
        if (losses instanceof ObjectNode curve && whole(curve)) {
            fields.set("curve", thin(curve, MOST));
        }
        boolean tested = fields.path("testScores").size() > 0;
        JsonNode scores = fields.path(tested ? "testScores" : "trainScores");
        fields.set("score", last(scores.path(subject).path("values")));
        fields.put("scoreOf", tested ? "test" : "training");
        if (fields.path("parameterDifference").isValueNode()) {
            // After any step, as on the page of the run: the curve has the observed steps only.
            fields.set("difference", fields.path("parameterDifference"));
        } else if (fields.path("parameterDifferences").size() > 0) {
            fields.put("difference", largest(fields.path("parameterDifferences")));
        }
        fields.remove(List.of("losses", "trainScores", "testScores", "parameterDifferences"));
    }

    /** How many points each of so many runs may have. */
    static int room(int runs) {
        return Math.max(FEWEST, Math.min(MOST, TOGETHER / Math.max(1, runs)));
    }

    /** A curve in fewer points that loses no peak, rounded as a picture shows it. */
    static ObjectNode thin(ObjectNode curve, int most) {
        Thinning.thin(curve, List.of("values"), most);
        Rounding.significant((ArrayNode) curve.path("values"), DIGITS);
        return curve;
    }

    private static int subject(JsonNode losses) {
        for (int i = 0; i < losses.size(); i++) {
            if (losses.path(i).path("name").asString("").equals(Run.OWN)) {
                return i;
            }
        }
        return 0;
    }

    private static boolean whole(ObjectNode curve) {
        return curve.path("steps") instanceof ArrayNode steps
                && curve.path("values") instanceof ArrayNode values
                && steps.size() == values.size()
                && steps.size() > 0
                && steps.valueStream().allMatch(step -> step.isNumber() && Double.isFinite(step.doubleValue()));
    }

    private static JsonNode last(JsonNode values) {
        return values.path(Math.max(0, values.size() - 1));
    }

    /** NaN where there is none. */
    private static double largest(JsonNode series) {
        double largest = Double.NaN;
        for (JsonNode one : series) {
            for (JsonNode value : one.path("values")) {
                double size = value.isNumber() ? value.doubleValue() : Double.NaN;
                largest = Double.isNaN(largest) || size > largest ? size : largest;
            }
        }
        return largest;
    }
}
