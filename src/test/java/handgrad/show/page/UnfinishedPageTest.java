package handgrad.show.page;

import static org.assertj.core.api.Assertions.assertThat;

import handgrad.show.file.ResultsFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A study that is killed before its end leaves no link that leads nowhere. */
class UnfinishedPageTest {
    @TempDir
    private Path folder;

    private ResultsFolder results;
    private ResultsFolder study;
    private Path page;
    private Path index;

    @BeforeEach
    void aStudyThatBegins() {
        results = ResultsFolder.at(folder);
        study = results.sub("learning-rates");
        page = folder.resolve("learning-rates/report.html");
        index = folder.resolve("index.html");
    }

    @Test
    void whatTheRunsLeadToIsThereBeforeThem() {
        UnfinishedPage.begin(results, study);
        assertThat(page).content().contains("has not ended", "<a href=\"../index.html\">All results</a>");
        assertThat(index).isNotEmptyFile();
        Path run = page.resolveSibling("0.1");
        assertThat(Neighbours.within(folder, run).of(Page.FILE))
                .extracting(link -> run.resolve(link.href()).normalize())
                .containsExactly(index, page);
    }

    @Test
    void theStudysPageTakesItsPlace() {
        UnfinishedPage.begin(results, study);
        study.replace(Map.of("report.html", "the study"), Map.of());
        assertThat(page).hasContent("the study");
    }

    @Test
    void pagesThatAreThereStay() throws IOException {
        Files.createDirectories(page.getParent());
        Files.writeString(page, "of the study before");
        Files.writeString(index, "an index");
        UnfinishedPage.begin(results, study);
        assertThat(page).hasContent("of the study before");
        assertThat(index).hasContent("an index");
    }
}
