package handgrad.show.page;

import handgrad.lab.result.Provenance;
import handgrad.lab.result.Run;
import handgrad.lab.result.Study;
import handgrad.lab.result.Verification;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a page is made from, as JSON: {@code page.json}. What does not exist is left out or null; NaN and infinity are strings. A
 * page can be made from it again without a run.
 */
public final class PageJson {
    /** Of the file; a page is made only from one that it knows. */
    public static final int FORMAT = 1;

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private PageJson() {}

    public static String of(Run run) {
        var page = new LinkedHashMap<String, Object>();
        page.put("format", FORMAT);
        page.put("kind", "run");
        page.putAll(Opening.of(run));
        page.putAll(CurveParts.of(run.training()));
        page.putAll(DifferenceParts.of(run));
        page.put("layers", LayerParts.of(run));
        page.putAll(PictureParts.of(run));
        page.putAll(Closing.of(run));
        return text(page);
    }

    public static String of(Study study) {
        var page = new LinkedHashMap<String, Object>();
        page.put("format", FORMAT);
        page.put("kind", "study");
        page.putAll(StudyParts.of(study));
        return text(page);
    }

    public static String of(Verification result) {
        var page = new LinkedHashMap<String, Object>();
        page.put("format", FORMAT);
        page.put("kind", "verification");
        page.putAll(VerificationParts.of(result, Provenance.collect()));
        return text(page);
    }

    private static String text(Map<String, Object> page) {
        return MAPPER.writeValueAsString(page) + "\n";
    }
}
