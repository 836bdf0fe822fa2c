package handgrad.cli;

import handgrad.judge.trace.Selection;
import handgrad.lab.Tracer;
import handgrad.lab.Workbench;
import handgrad.lab.result.Run;
import handgrad.lab.result.Study;
import handgrad.lab.result.Topic;
import handgrad.lab.result.Traced;
import handgrad.show.Reports;
import handgrad.show.file.ResultsFolder;
import handgrad.show.file.RunFolder;
import handgrad.show.page.Neighbours;
import handgrad.show.page.Page;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Writes the reports of runs and studies, each into the folder of its settings.
 *
 * @param results above all of them
 */
record RunReports(ResultsFolder results) {
    /** Where a run or a study goes: in the place of one with the same settings, beside all others. */
    ResultsFolder folder(Topic topic) {
        return results.sub(RunFolder.name(topic.experiment(), topic.asked()));
    }

    /**
     * Writes all files of a run.
     *
     * @param coming what is written after it, as seen from its folder
     */
    void write(Workbench workbench, Run run, ResultsFolder folder, String... coming) {
        Map<String, String> pages = Reports.pages(run, traced(workbench, run), near(folder, coming));
        replace(folder, Reports.of(run), pages, Reports.pictures(run));
    }

    /** Writes the files of a study, beside the folders of its runs. */
    void write(Study study, ResultsFolder folder) {
        Map<String, String> pages = Page.of(study).files(near(folder).of(Page.FILE));
        replace(folder, Reports.of(study), pages, Reports.pictures(study));
    }

    private static void replace(
            ResultsFolder folder, Map<String, String> texts, Map<String, String> pages, Map<String, byte[]> pictures) {
        var all = new LinkedHashMap<>(texts);
        all.putAll(pages);
        folder.replace(all, pictures);
    }

    private Neighbours near(ResultsFolder folder, String... coming) {
        return Neighbours.within(results.path(), folder.path(), coming);
    }

    /** Of a network that is readable at once: its first sample at the starting point. */
    private static Optional<Traced> traced(Workbench workbench, Run run) {
        if (run.network().size() > Selection.READABLE) {
            return Optional.empty();
        }
        int samples = run.settings().sampling().sizeFor(run.split().train().n());
        return Optional.of(Tracer.trace(workbench.start(), samples, 0, Selection.all()));
    }
}
