package handgrad.show.page;

import handgrad.lab.result.Provenance;
import handgrad.lab.result.Run;
import handgrad.lab.result.Study;
import handgrad.lab.result.Verification;
import handgrad.show.file.Link;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A page for looking at. Its data are {@code page.json}: what does not exist is left out or null; NaN and infinity are
 * strings there. A page can be made from it again without a run.
 */
public record Page(ObjectNode data) {
    /** The file that a page's data are kept in. */
    public static final String DATA = "page.json";

    /** The page itself. */
    public static final String FILE = "report.html";

    /** Of the data; a page is made only from one that it knows. */
    static final int FORMAT = 1;

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    public static Page of(Run run) {
        var parts = new LinkedHashMap<>(Opening.of(run));
        parts.putAll(CurveParts.of(run.training()));
        parts.putAll(DifferenceParts.of(run));
        parts.put("layers", LayerParts.of(run));
        parts.putAll(PictureParts.of(run));
        parts.putAll(Closing.of(run));
        return of("run", parts);
    }

    public static Page of(Study study) {
        return of("study", StudyParts.of(study));
    }

    public static Page of(Verification result) {
        return of("verification", VerificationParts.of(result, Provenance.collect()));
    }

    private static Page of(String kind, Map<String, Object> parts) {
        var page = new LinkedHashMap<String, Object>();
        page.put("format", FORMAT);
        page.put("kind", kind);
        page.putAll(parts);
        return new Page(MAPPER.valueToTree(page));
    }

    /** One that was written before. */
    public static Page read(Path file) {
        return new Page((ObjectNode) MAPPER.readTree(file));
    }

    /** What stands above it, as text. */
    String title() {
        return data.path("title").asString("");
    }

    /** What it is called among others: with what was asked of a run. */
    String name() {
        return (title() + " " + data.path("asked").asString("")).strip();
    }

    /** The first thing that a reader is told: the mistake where there is one, else its title. */
    String headline() {
        return data.path("headline").isString() ? data.path("headline").asString() : title();
    }

    /**
     * Both files by name.
     *
     * @param links to what is near it
     */
    public Map<String, String> files(List<Link> links) {
        return Map.of(DATA, MAPPER.writeValueAsString(data) + "\n", FILE, html(links));
    }

    /**
     * One file that needs no network.
     *
     * @param links to what is near it
     */
    public String html(List<Link> links) {
        return PageHtml.of(this, links);
    }
}
