package handgrad.show.page;

import handgrad.show.file.Template;
import handgrad.show.text.SweepText;
import handgrad.sweep.Axis;
import handgrad.sweep.Combination;
import handgrad.sweep.Finished;
import handgrad.sweep.Level;
import handgrad.sweep.Swept;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

/** The page of a sweep: one file that needs no network, with the data in it as JSON. */
public final class SweepHtml {
    /** The name of the file. */
    public static final String FILE = "report.html";

    /** A table of more rows no browser shows in a moment. */
    private static final int MOST = 5000;

    private static final int LEVELS = 8;

    private static final List<String> SCRIPTS = List.of(
            "page/dom",
            "page/numbers",
            "page/theme",
            "page/csv",
            "page/tables",
            "sweep/data",
            "sweep/map",
            "sweep/spread",
            "sweep/rows",
            "sweep/sweep");

    private static final List<String> STYLES = List.of("page/page", "sweep/sweep");

    private SweepHtml() {}

    /** The page. */
    public static String of(Swept swept, List<Combination> combinations, String command) {
        String script = PageAssets.texts(SCRIPTS, ".js");
        return Template.HTML.filled(
                "sweep.jte",
                Map.of(
                        "title", swept.sweep().experiment().name(),
                        "policy", PageAssets.policy(List.of(script), "data:"),
                        "styles", PageAssets.texts(STYLES, ".css"),
                        "json", Embedded.json(data(swept, combinations, command)),
                        "script", script));
    }

    private static Map<String, Object> data(Swept swept, List<Combination> combinations, String command) {
        List<Combination> shown = combinations.stream().limit(MOST).toList();
        var bars = LossBars.over(swept);
        List<Level> levels = swept.levels();
        var data = new LinkedHashMap<String, Object>();
        data.put("title", swept.sweep().experiment().name());
        data.put("question", swept.sweep().experiment().question());
        data.put("verdict", SweepText.verdict(swept));
        data.put("checks", SweepText.checks(swept));
        data.put("checked", swept.checks().size());
        data.put("agrees", swept.agrees());
        List<Axis> axes = swept.sweep().axes();
        data.put(
                "axes",
                axes.subList(0, axes.size() - 1).stream().map(SweepHtml::axis).toList());
        data.put("all", combinations.size());
        data.put("combinations", shown.stream().map(each -> row(each, bars)).toList());
        data.put("histogram", Map.of("from", bars.from(), "to", bars.to(), "bins", LossBars.BINS));
        data.put(
                "levels",
                levels.stream().limit(LEVELS).map(level -> level(swept, level)).toList());
        data.put(
                "elsewhere", levels.stream().skip(LEVELS).mapToLong(Level::runs).sum());
        data.put("best", run(swept, swept.best()));
        data.put("worst", run(swept, swept.worst()));
        data.put("command", command);
        return data;
    }

    private static Map<String, Object> axis(Axis axis) {
        List<String> values = LongStream.range(0, Math.min(MOST, axis.values().count()))
                .mapToObj(axis.values()::at)
                .toList();
        return Map.of("name", axis.choice().id(), "values", values);
    }

    private static Map<String, Object> row(Combination each, LossBars bars) {
        return Map.of(
                "values", each.values(),
                "runs", each.runs(),
                "learned", each.learned(),
                "lost", each.lost(),
                "losses", each.losses(),
                "epochs", each.epochs(),
                "bars", bars.of(each));
    }

    private static Map<String, Object> level(Swept swept, Level level) {
        return Map.of(
                "runs", level.runs(),
                "least", level.least(),
                "median", level.median(),
                "most", level.most(),
                "command", SweepText.command(swept, level.first()));
    }

    private static Map<String, Object> run(Swept swept, Finished run) {
        return Map.of("loss", run.loss(), "command", SweepText.command(swept, run.run()));
    }
}
