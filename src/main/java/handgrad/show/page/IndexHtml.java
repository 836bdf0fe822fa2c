package handgrad.show.page;

import handgrad.show.file.Template;
import java.util.List;
import java.util.Map;

/** The index of a folder of results: one file that needs no network, with the data in it as JSON. */
public final class IndexHtml {
    /** In the order in which they run; what the page of a run has too is shared with it. */
    private static final List<String> SCRIPTS = List.of(
            "page/dom",
            "page/numbers",
            "page/theme",
            "page/badges",
            "index/rows",
            "index/search",
            "index/band",
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
        String script = PageAssets.texts(SCRIPTS, ".js");
        return Template.HTML.filled(
                "index.jte",
                Map.of(
                        "policy", PageAssets.policy(List.of(script), "data:"),
                        "styles", PageAssets.texts(STYLES, ".css"),
                        "json", Embedded.json(IndexJson.of(records)),
                        "script", script));
    }
}
