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
import handgrad.show.page.UnfinishedPage;
import handgrad.train.Progress;
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

    /** Writes all files of a run of a study; the study's page, which they lead to, is there before them. */
    void writePart(Workbench workbench, Run run, ResultsFolder folder) {
        UnfinishedPage.begin(results, folder(workbench.topic()));
        write(workbench, run, folder);
    }

    /** Writes all files of a run. */
    void write(Workbench workbench, Run run, ResultsFolder folder) {
        Map<String, String> pages = Reports.pages(run, traced(workbench, run), near(folder));
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

    private Neighbours near(ResultsFolder folder) {
        return Neighbours.within(results.path(), folder.path());
    }

    /** Of a network that is readable at once: the first sample of its first step. */
    private static Optional<Traced> traced(Workbench workbench, Run run) {
        if (run.network().size() > Selection.READABLE) {
            return Optional.empty();
        }
        return Optional.of(Tracer.whole(0).trace(workbench.at(0, Progress.silent())));
    }
}
