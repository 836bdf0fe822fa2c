package handgrad.show;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import handgrad.input.data.Task;
import handgrad.lab.result.Run;
import handgrad.lab.result.Study;
import handgrad.lab.result.Verification;
import handgrad.show.picture.ConfusionPicture;
import handgrad.show.picture.ErrorMaps;
import handgrad.show.picture.LossPictures;
import handgrad.show.python.PythonText;
import handgrad.show.record.DifferenceTable;
import handgrad.show.record.RunJson;
import handgrad.show.record.Tables;
import handgrad.show.record.VariantTable;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** Writes all files of a run. */
public final class Reports {
    private static final String TEMPLATES = "handgrad.show.templates";

    private Reports() {}

    /** The files of a run by name, with their contents. */
    public static Map<String, String> of(Run run) {
        var files = new LinkedHashMap<String, String>();
        files.put("curves.csv", Tables.csv(Tables.curves(run.training())));
        files.put("gradients.csv", Tables.csv(DifferenceTable.of(run.training())));
        files.put("accuracy.csv", Tables.csv(Tables.accuracy(run.training())));
        if (run.split().task().kind() == Task.Kind.CLASSIFICATION) {
            files.put("confusion.csv", Tables.csv(Tables.confusion(run.training(), run.split())));
        }
        files.put("repeat.py", python(run));
        files.put("report.md", render("report.jte", run));
        files.put("run.json", RunJson.of(run));
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
        files.put("variants.csv", Tables.csv(VariantTable.of(study)));
        files.put("report.md", render("study.jte", study));
        return files;
    }

    /** The pictures of a study by name. */
    public static Map<String, byte[]> pictures(Study study) {
        return LossPictures.of(study);
    }

    /** The report of a verified gradient, with a picture of each weight matrix's errors. */
    public static Map<String, byte[]> of(Verification result) {
        var files = new LinkedHashMap<String, byte[]>(ErrorMaps.of(result));
        files.put("report.md", render("verification.jte", result).getBytes(StandardCharsets.UTF_8));
        return files;
    }

    private static String python(Run run) {
        return render("repeat.jte", Map.of("run", run, "text", new PythonText(run.network())));
    }

    private static String render(String template, Object model) {
        var output = new StringOutput();
        engine().render(template, model, output);
        return output.toString();
    }

    private static String render(String template, Map<String, Object> models) {
        var output = new StringOutput();
        engine().render(template, models, output);
        return output.toString();
    }

    private static TemplateEngine engine() {
        return TemplateEngine.createPrecompiled(null, ContentType.Plain, null, TEMPLATES);
    }
}
