package handgrad.show.page;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A page for looking at, from its data: one file that needs no network. The browser makes the parts of the page from the
 * data, which stands in it as JSON; nothing of the data is markup.
 */
public final class PageHtml {
    private static final String TEMPLATES = "handgrad.show.pages";

    private PageHtml() {}

    /**
     * The page.
     *
     * @param title what stands above it, as text
     * @param json the data of the page; long records in it are thinned, pictures rounded
     */
    public static String of(String title, String json) {
        List<String> scripts = PageAssets.scripts();
        var engine = TemplateEngine.createPrecompiled(null, ContentType.Html, null, TEMPLATES);
        var output = new StringOutput();
        engine.render(
                "page.jte",
                Map.of(
                        "title", title,
                        "policy", policy(scripts),
                        "styles", PageAssets.styles(),
                        "json", PageData.embedded(json),
                        "scripts", scripts),
                output);
        return output.toString();
    }

    /** What the browser may load and run: these scripts, the styles in the page, pictures that a script makes. */
    private static String policy(List<String> scripts) {
        String hashes = scripts.stream()
                .map(script -> "'" + PageAssets.hash(script) + "'")
                .collect(Collectors.joining(" "));
        return "default-src 'none'; script-src " + hashes
                + "; style-src 'unsafe-inline'; img-src data: blob:; base-uri 'none'; form-action 'none'";
    }
}
