package handgrad.show;

import handgrad.input.data.Task;
import handgrad.judge.trace.Digits;
import handgrad.lab.result.Run;
import handgrad.lab.result.Study;
import handgrad.lab.result.Traced;
import handgrad.lab.result.Verification;
import handgrad.show.file.Template;
import handgrad.show.page.Neighbours;
import handgrad.show.page.Page;
import handgrad.show.picture.ConfusionPicture;
import handgrad.show.picture.ErrorMaps;
import handgrad.show.picture.LossPictures;
import handgrad.show.python.PythonText;
import handgrad.show.record.RunJson;
import handgrad.show.record.Tables;
import handgrad.show.trace.TracePage;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The files that a result is shown in. */
public final class Reports {
    /** Of the numbers in a trace. */
    private static final Digits DIGITS = new Digits(6);

    private Reports() {}

    /** The texts of a run by name, with their contents. */
    public static Map<String, String> of(Run run) {
        var files = new LinkedHashMap<String, String>();
        files.put("curves.csv", Tables.csv(Tables.curves(run.training())));
        files.put("gradients.csv", Tables.csv(Tables.gradients(run.training())));
        files.put("accuracy.csv", Tables.csv(Tables.accuracy(run.training())));
        if (run.split().task().kind() == Task.Kind.CLASSIFICATION) {
            files.put("confusion.csv", Tables.csv(Tables.confusion(run)));
        }
        files.put(
                Neighbours.PYTHON,
                Template.PLAIN.filled("repeat.jte", Map.of("run", run, "text", new PythonText(run.network()))));
        files.put("report.md", Template.PLAIN.filled("report.jte", run));
        files.put("run.json", RunJson.of(run));
        return files;
    }

    /**
     * The pages of a run by name, with their data.
     *
     * @param traced one sample at the starting point; empty where the network is too large for it
     * @param near what is near them beside the files of the run
     */
    public static Map<String, String> pages(Run run, Optional<Traced> traced, Neighbours near) {
        var pages = new LinkedHashMap<String, String>();
        Neighbours all = near.and(Set.of(Page.FILE, Neighbours.PYTHON));
        traced.ifPresent(
                trace -> pages.put(Neighbours.TRACE, TracePage.of(trace, DIGITS).html(all.of(Neighbours.TRACE))));
        pages.putAll(Page.of(run).files(all.and(pages.keySet()).of(Page.FILE)));
        return pages;
    }

    /** The pictures of a run by name. */
    public static Map<String, byte[]> pictures(Run run) {
        var pictures = new LinkedHashMap<>(LossPictures.of(run));
        pictures.putAll(ConfusionPicture.of(run));
        return pictures;
    }

    /** The texts of a study, beside those of its runs. */
    public static Map<String, String> of(Study study) {
        var files = new LinkedHashMap<String, String>();
        files.put("variants.csv", Tables.csv(Tables.variants(study)));
        files.put("report.md", Template.PLAIN.filled("study.jte", study));
        return files;
    }

    /** The pictures of a study by name. */
    public static Map<String, byte[]> pictures(Study study) {
        return LossPictures.of(study);
    }

    /** The texts of a verified gradient. */
    public static Map<String, String> of(Verification result) {
        return Map.of("report.md", Template.PLAIN.filled("verification.jte", result));
    }

    /** Its pictures by name: of each weight matrix's errors. */
    public static Map<String, byte[]> pictures(Verification result) {
        return ErrorMaps.of(result);
    }
}
