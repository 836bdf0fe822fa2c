package handgrad.show.record;

import handgrad.lab.result.Asked;
import handgrad.lab.result.AskedFunction;
import handgrad.lab.result.Compared;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** What came of asking a program, for programs: one object. What does not exist is null; NaN and infinity are strings. */
public final class AskedJson {
    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private AskedJson() {}

    /** For gradients of networks. */
    public static String of(Asked asked, Optional<Compared> compared) {
        var document = new LinkedHashMap<String, Object>();
        document.put("program", asked.tool());
        document.put("verdict", VerificationJson.verdict(asked.passes()));
        document.put("calls", asked.calls());
        document.put("shown", asked.shown().map(VerificationJson::document));
        document.put(
                "answers",
                asked.answers().stream().map(VerificationJson::document).toList());
        document.put("against", compared);
        document.put("notes", asked.notes());
        return MAPPER.writeValueAsString(document);
    }

    /** For a function of its own. */
    public static String of(AskedFunction asked, Optional<Compared> compared) {
        var document = new LinkedHashMap<String, Object>();
        document.put("program", asked.tool());
        document.put("verdict", VerificationJson.verdict(asked.passes()));
        document.put("precision", asked.format().id());
        document.put("calls", asked.calls());
        document.put("memory", asked.memory());
        document.put("points", asked.points().stream().map(AskedJson::point).toList());
        document.put("hidden", asked.hidden());
        document.put("against", compared);
        document.put("notes", asked.notes());
        return MAPPER.writeValueAsString(document);
    }

    private static Map<String, Object> point(AskedFunction.At at) {
        var point = new LinkedHashMap<String, Object>();
        point.put("name", at.name());
        point.put("verdict", VerificationJson.verdict(at.passes()));
        point.put("failure", at.trouble());
        point.put("judgement", at.judgement());
        return point;
    }
}
