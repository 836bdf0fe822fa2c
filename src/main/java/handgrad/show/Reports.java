package handgrad.show;

import handgrad.input.data.Task;
import handgrad.lab.result.Run;
import handgrad.lab.result.Study;
import handgrad.lab.result.Verification;
import handgrad.show.file.Template;
import handgrad.show.page.Page;
import handgrad.show.picture.ConfusionPicture;
import handgrad.show.picture.ErrorMaps;
import handgrad.show.picture.LossPictures;
import handgrad.show.python.PythonText;
import handgrad.show.record.RunJson;
import handgrad.show.record.Tables;
import java.util.LinkedHashMap;
import java.util.Map;

/** The files that a result is shown in. */
public final class Reports {
    private Reports() {}

    /** The files of a run by name, with their contents. */
    public static Map<String, String> of(Run run) {
        var files = new LinkedHashMap<String, String>();
        files.put("curves.csv", Tables.csv(Tables.curves(run.training())));
        files.put("gradients.csv", Tables.csv(Tables.gradients(run.training())));
        files.put("accuracy.csv", Tables.csv(Tables.accuracy(run.training())));
        if (run.split().task().kind() == Task.Kind.CLASSIFICATION) {
            files.put("confusion.csv", Tables.csv(Tables.confusion(run)));
        }
        files.put(
                "repeat.py",
                Template.PLAIN.filled("repeat.jte", Map.of("run", run, "text", new PythonText(run.network()))));
        files.put("report.md", Template.PLAIN.filled("report.jte", run));
        files.put("run.json", RunJson.of(run));
        files.putAll(Page.of(run).files());
        return files;
    }

    /** The pictures of a run by name. */
    public static Map<String, byte[]> pictures(Run run) {
        var pictures = new LinkedHashMap<>(LossPictures.of(run));
        pictures.putAll(ConfusionPicture.of(run));
        return pictures;
    }

    /** The files of a study, beside those of its runs. */
    public static Map<String, String> of(Study study) {
        var files = new LinkedHashMap<String, String>();
        files.put("variants.csv", Tables.csv(Tables.variants(study)));
        files.put("report.md", Template.PLAIN.filled("study.jte", study));
        files.putAll(Page.of(study).files());
        return files;
    }

    /** The pictures of a study by name. */
    public static Map<String, byte[]> pictures(Study study) {
        return LossPictures.of(study);
    }

    /** The files of a verified gradient. */
    public static Map<String, String> of(Verification result) {
        var files = new LinkedHashMap<String, String>();
        files.put("report.md", Template.PLAIN.filled("verification.jte", result));
        files.putAll(Page.of(result).files());
        return files;
    }

    /** Its pictures by name: of each weight matrix's errors. */
    public static Map<String, byte[]> pictures(Verification result) {
        return ErrorMaps.of(result);
    }
}
