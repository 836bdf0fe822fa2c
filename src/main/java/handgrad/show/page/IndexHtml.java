package handgrad.show.page;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The index of a folder of results: one file that needs no network, with the data in it as JSON. */
public final class IndexHtml {
    private static final String TEMPLATES = "handgrad.show.pages";
    private static final String FOLDER = "/handgrad/";

    /** In the order in which they run; what the page of a run has too is shared with it. */
    private static final List<String> SCRIPTS = List.of(
            "page/dom",
            "page/numbers",
            "page/theme",
            "index/rows",
            "index/small",
            "index/cells",
            "index/table",
            "index/filter",
            "index/axes",
            "index/overlay",
            "index/compare",
            "index/index");

    private static final List<String> STYLES = List.of("page/page", "index/index");

    private IndexHtml() {}

    /** The page. */
    public static String of(Records records) {
        String script = all(SCRIPTS, ".js");
        String policy = "default-src 'none'; script-src '" + PageAssets.hash(script)
                + "'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'";
        var engine = TemplateEngine.createPrecompiled(null, ContentType.Html, null, TEMPLATES);
        var output = new StringOutput();
        engine.render(
                "index.jte",
                Map.of(
                        "policy",
                        policy,
                        "styles",
                        all(STYLES, ".css"),
                        "json",
                        embedded(IndexJson.of(records)),
                        "script",
                        script),
                output);
        return output.toString();
    }

    /** As it may stand in a script element: no character of it can end the element. */
    private static String embedded(String json) {
        return json.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029");
    }

    private static String all(List<String> names, String ending) {
        return names.stream()
                .map(name -> PageAssets.text(FOLDER + name + ending))
                .collect(Collectors.joining("\n", "\n", ""));
    }
}
