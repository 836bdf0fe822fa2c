package handgrad.show.page;

import handgrad.show.file.ResultsFolder;
import handgrad.show.file.Template;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** What stands in the place of a study's page until the study has ended: the pages of its runs lead to it, whatever happens to it. */
public final class UnfinishedPage {
    private UnfinishedPage() {}

    /**
     * Writes it, and the index that it leads to, each where there is no page yet.
     *
     * @param study folder of the study, which is made where it is missing
     */
    public static void begin(ResultsFolder results, ResultsFolder study) {
        Path page = study.path().resolve(Page.FILE);
        if (!Files.exists(page)) {
            String name = study.path().getFileName().toString();
            var links = Neighbours.within(results.path(), study.path()).of(Page.FILE);
            ResultsFolder.write(
                    "--results", page, Template.HTML.filled("unfinished.jte", Map.of("name", name, "links", links)));
        }
        if (!Files.exists(results.path().resolve(ResultsIndex.FILE))) {
            ResultsIndex.refresh(results);
        }
    }
}
