package handgrad.show.page;

import handgrad.engine.Descent;
import handgrad.lab.result.Participant;
import handgrad.lab.result.Run;
import handgrad.network.Trained;
import handgrad.show.text.CommandText;
import handgrad.show.text.MarkdownText;
import handgrad.train.Settings;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What a page ends with: outputs, parameters, configuration, provenance, how to repeat it. */
final class Closing {
    private static final int FEW_SAMPLES = 16;

    private Closing() {}

    record Setting(String key, List<String> values, boolean differs) {}

    record Commands(String here, String python) {}

    static Map<String, Object> of(Run run) {
        var parts = new LinkedHashMap<String, Object>();
        parts.put("outputs", run.split().train().n() <= FEW_SAMPLES ? MarkdownText.outputs(run) : null);
        boolean small = run.network().size() <= MarkdownText.FEW_PARAMETERS;
        parts.put("parameters", small ? MarkdownText.parameters(run) : null);
        parts.put("configuration", configuration(run));
        parts.put("provenance", MarkdownText.provenance(run.provenance()).rows());
        parts.put("commands", new Commands(CommandText.of(run), "python repeat.py"));
        return parts;
    }

    private static List<Setting> configuration(Run run) {
        Settings settings = run.settings();
        Descent descent = settings.descent();
        int engines = run.engines().size();
        var rows = new ArrayList<Setting>();
        rows.add(row("made of", run.engines().stream().map(Participant::madeOf).toList()));
        rows.add(row("loss", run.engines().stream().map(Participant::loss).toList()));
        rows.add(same("updater", descent.rule().id(), engines));
        rows.add(same("learning rate", String.valueOf(descent.learningRate()), engines));
        rows.add(same("L2", String.valueOf(descent.l2()), engines));
        rows.add(same("hidden widths", widths(settings), engines));
        rows.add(same("batch size", batch(run), engines));
        rows.add(same("epochs, at most", String.valueOf(settings.epochs()), engines));
        rows.add(same("starting point", "drawn with seed " + settings.seed(), engines));
        rows.add(same("trained", run.trained() == Trained.ALL ? "weights and biases" : "weights", engines));
        rows.add(same("precision", settings.precision().id(), engines));
        rows.add(same("mode", settings.mode().id(), engines));
        return rows;
    }

    private static String widths(Settings settings) {
        return settings.hidden().stream().map(String::valueOf).collect(Collectors.joining(", "));
    }

    private static String batch(Run run) {
        int n = run.split().train().n();
        int size = run.settings().sampling().sizeFor(n);
        return size == n
                ? "all %d".formatted(n)
                : "%d, %s".formatted(size, run.settings().sampling().order().id());
    }

    private static Setting same(String key, String value, int engines) {
        return row(key, Collections.nCopies(engines, value));
    }

    private static Setting row(String key, List<String> values) {
        return new Setting(key, values, values.stream().distinct().count() > 1);
    }
}
