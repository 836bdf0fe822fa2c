package handgrad.show.record;

import handgrad.judge.accumulation.Accumulation.Share;
import handgrad.lab.result.Accumulated;
import handgrad.lab.result.Asked;
import handgrad.lab.result.AskedFunction;
import handgrad.lab.result.Compared;
import handgrad.lab.result.Verification;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
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
        return MAPPER.writeValueAsString(document(asked, compared));
    }

    /** The same of batches in micro-batches, with what each counts. */
    public static String of(Accumulated accumulated) {
        Map<String, Object> document = document(accumulated.asked(), Optional.empty());
        document.put("microBatches", accumulated.count());
        document.put("weights", accumulated.weights().map(found -> found.shares().stream()
                .map(AskedJson::share)
                .toList()));
        return MAPPER.writeValueAsString(document);
    }

    private static Map<String, Object> share(Share share) {
        var document = new LinkedHashMap<String, Object>();
        document.put(
                "parameters",
                share.blocks().stream()
                        .map(block -> Map.of(
                                "layer",
                                block.layer(),
                                "parameter",
                                block.slot().name()))
                        .toList());
        document.put("rows", share.rows());
        return document;
    }

    private static Map<String, Object> document(Asked asked, Optional<Compared> compared) {
        var document = new LinkedHashMap<String, Object>();
        document.put("program", asked.tool());
        document.put("verdict", VerificationJson.verdict(asked.passes()));
        document.put("calls", asked.calls());
        document.put("inStep", asked.inStep());
        document.put("shown", asked.shown().map(VerificationJson::document));
        document.put(
                "answers",
                asked.answers().stream().map(VerificationJson::document).toList());
        document.put("against", compared);
        document.put("notes", asked.notes());
        return document;
    }

    /** For a function of its own. */
    public static String of(AskedFunction asked, Optional<Compared> compared) {
        return MAPPER.writeValueAsString(document(asked, compared));
    }

    /** An array of verifications, and of what came of functions of their own. */
    public static String array(List<Verification> results, List<AskedFunction> functions) {
        var documents = new ArrayList<Map<String, Object>>();
        results.forEach(result -> documents.add(VerificationJson.document(result)));
        functions.forEach(function -> documents.add(document(function, Optional.empty())));
        return MAPPER.writeValueAsString(documents);
    }

    private static Map<String, Object> document(AskedFunction asked, Optional<Compared> compared) {
        var document = new LinkedHashMap<String, Object>();
        document.put("program", asked.tool());
        document.put("verdict", asked.outcome().id());
        document.put("precision", asked.format().id());
        document.put("calls", asked.calls());
        document.put("memory", asked.memory());
        document.put("points", asked.points().stream().map(AskedJson::point).toList());
        document.put("hidden", asked.hidden());
        document.put("against", compared);
        document.put("notes", asked.notes());
        return document;
    }

    private static Map<String, Object> point(AskedFunction.At at) {
        var point = new LinkedHashMap<String, Object>();
        point.put("name", at.name());
        point.put("verdict", at.outcome().id());
        point.put("failure", at.trouble());
        point.put("judgement", at.judgement());
        return point;
    }
}
