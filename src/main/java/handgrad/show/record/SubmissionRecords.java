package handgrad.show.record;

import handgrad.lab.result.Submission;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** What came of many submissions, for programs. */
public final class SubmissionRecords {
    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private SubmissionRecords() {}

    /** One row a submission. */
    public static String csv(List<Submission> submissions) {
        return Tables.csv(new Columns<>("submissions", submissions)
                .text("who", Submission::who)
                .text("verdict", each -> each.ruling().id())
                .text("mistake", Submission::mistake)
                .text("layer", Submission::layer)
                .text("sentence", Submission::sentence)
                .table());
    }

    /** An array. */
    public static String json(List<Submission> submissions) {
        return MAPPER.writeValueAsString(
                submissions.stream().map(SubmissionRecords::document).toList());
    }

    private record Document(String who, String verdict, String mistake, String layer, String sentence) {}

    private static Document document(Submission each) {
        return new Document(each.who(), each.ruling().id(), each.mistake(), each.layer(), each.sentence());
    }

    /** One alone, to be read by {@link #read}. */
    public static String text(Submission submission) {
        return MAPPER.writeValueAsString(submission);
    }

    /**
     * Reads what {@link #text} has written.
     *
     * @throws tools.jackson.core.JacksonException if it is none, or the file cannot be read
     */
    public static Submission read(Path file) {
        return MAPPER.readValue(file, Submission.class);
    }
}
