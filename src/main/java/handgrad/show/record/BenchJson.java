package handgrad.show.record;

import handgrad.train.bench.Measured;
import handgrad.train.bench.Subject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Times of steps for programs, an array with an object a workload; microseconds are means of a step. */
public final class BenchJson {
    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private BenchJson() {}

    /** The document, without a line end. */
    public static String of(List<Measured> rows) {
        return MAPPER.writeValueAsString(rows.stream().map(BenchJson::row).toList());
    }

    private static Map<String, Object> row(Measured row) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("network", row.workload().network().shape());
        fields.put("batch", row.workload().batchSize());
        for (Subject subject : Subject.values()) {
            fields.put(
                    subject.name().toLowerCase(Locale.ROOT) + "Micros",
                    row.of(subject).micros());
        }
        fields.put("dl4jOverHand", row.ratio(Subject.DL4J, Subject.HAND));
        fields.put("handOverFloor", row.ratio(Subject.HAND, Subject.FLOOR));
        fields.put("handOverThreaded", row.ratio(Subject.HAND, Subject.THREADED));
        if (!row.peers().isEmpty()) {
            var peers = new LinkedHashMap<String, Double>();
            row.peers().forEach((name, timing) -> peers.put(name, timing.micros()));
            fields.put("peerMicros", peers);
            fields.put("peerOverHand", row.peerOverHand().orElseThrow());
        }
        return fields;
    }
}
