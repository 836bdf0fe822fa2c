package handgrad.show.record;

import handgrad.train.bench.Measured;
import handgrad.train.bench.Subject;
import java.util.List;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Times of steps for programs, an array with an object a workload; microseconds are means of a step. */
public final class BenchJson {
    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private BenchJson() {}

    private record Row(
            String network,
            int batch,
            double handMicros,
            double dl4jMicros,
            double floorMicros,
            double dl4jOverHand,
            double handOverFloor) {}

    /** The document, without a line end. */
    public static String of(List<Measured> rows) {
        return MAPPER.writeValueAsString(rows.stream().map(BenchJson::row).toList());
    }

    private static Row row(Measured row) {
        return new Row(
                row.workload().network().shape(),
                row.workload().batchSize(),
                row.of(Subject.HAND).micros(),
                row.of(Subject.DL4J).micros(),
                row.of(Subject.FLOOR).micros(),
                row.ratio(Subject.DL4J, Subject.HAND),
                row.ratio(Subject.HAND, Subject.FLOOR));
    }
}
