package handgrad.show.page;

import handgrad.show.file.Link;
import handgrad.show.file.Template;
import java.util.List;
import java.util.Map;

/** Makes the file of a page. The browser makes its parts from the data, which stand in it as JSON; nothing of them is markup. */
final class PageHtml {
    private PageHtml() {}

    static String of(Page page, List<Link> links) {
        List<String> scripts = PageAssets.scripts();
        return Template.HTML.filled(
                "page.jte",
                Map.of(
                        "name", page.name(),
                        "title", page.title(),
                        "headline", page.headline(),
                        "policy", PageAssets.policy(scripts, "data: blob:"),
                        "styles", PageAssets.styles(),
                        "json", Embedded.json(PageData.compact(page.data())),
                        "scripts", scripts,
                        "links", links));
    }
}
