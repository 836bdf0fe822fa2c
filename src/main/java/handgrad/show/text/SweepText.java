package handgrad.show.text;

import handgrad.Figures;
import handgrad.lab.result.Verdict;
import handgrad.sweep.Axis;
import handgrad.sweep.Checked;
import handgrad.sweep.Combination;
import handgrad.sweep.Finished;
import handgrad.sweep.Interval;
import handgrad.sweep.Level;
import handgrad.sweep.Swept;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A sweep in words: how many runs have learned comes first. */
public final class SweepText {
    private static final int ROWS = 16;
    private static final int LEVELS = 5;

    private SweepText() {}

    /** How many runs have learned, in one sentence. */
    public static String verdict(Swept swept) {
        long learned = swept.count();
        long all = swept.sweep().size();
        Interval interval = Interval.wilson(learned, all);
        return "%s of %s learned (%s): %s, at 95 %% confidence %s to %s."
                .formatted(
                        Figures.number(learned),
                        Figures.count(all, "run"),
                        swept.learned().said(),
                        percent((double) learned / all),
                        percent(interval.low()),
                        percent(interval.high()));
    }

    /** What making some runs again beside DL4J has shown, in one sentence. */
    public static String checks(Swept swept) {
        List<Checked> checks = swept.checks();
        if (checks.isEmpty()) {
            return "No run was made again beside DL4J.";
        }
        String again = "%s, drawn by the first seed, made again in lockstep with DL4J: "
                .formatted(Figures.count(checks.size(), "run"));
        List<Checked> failed = checks.stream()
                .filter(check -> !check.passes(swept.results().get(check.run())))
                .toList();
        if (!failed.isEmpty()) {
            return again + failed.stream().map(check -> failure(swept, check)).collect(Collectors.joining("; ")) + ".";
        }
        long lost = checks.stream()
                .filter(check -> check.verdict() == Verdict.NOT_FINITE)
                .count();
        long apartAtLast = checks.stream()
                .filter(check -> check.verdict() == Verdict.ENGINES_DIFFER)
                .count();
        double apart = checks.stream()
                .filter(check -> check.verdict() == Verdict.AGREE)
                .mapToDouble(Checked::apart)
                .max()
                .orElse(0);
        var parts = new ArrayList<String>();
        long agree = checks.size() - lost - apartAtLast;
        if (agree > 0) {
            parts.add("%s, parameters within %s after every step"
                    .formatted(agree == checks.size() ? "all agree" : agree + " agree", Figures.difference(apart)));
        }
        if (apartAtLast > 0) {
            parts.add("%d with right gradients whose rounding grew until the engines differed".formatted(apartAtLast));
        }
        if (lost > 0) {
            parts.add("%d lost by the hand engine and in the check alike".formatted(lost));
        }
        return again + String.join(", ", parts) + ".";
    }

    private static String failure(Swept swept, Checked check) {
        String why = check.verdict() == Verdict.GRADIENTS_DIFFER
                ? "its gradients differ at the start"
                : check.same()
                        ? check.verdict().id()
                        : "it has not come to the same bits again, as another Java or processor would explain";
        return "run %s FAILS, %s: %s".formatted(Figures.number(check.run() + 1), why, command(swept, check.run()));
    }

    /** One row for each combination, of many those with the largest shares; as many columns as fit. */
    public static String table(Swept swept, List<Combination> combinations, Screen screen) {
        List<Combination> shown = combinations.size() <= ROWS
                ? combinations
                : combinations.stream()
                        .sorted(Comparator.comparingDouble(Combination::share).reversed())
                        .limit(ROWS)
                        .toList();
        var header = new ArrayList<String>();
        var cells = new ArrayList<Function<Combination, String>>();
        List<Axis> axes = swept.sweep().axes();
        for (int k = 0; k < axes.size() - 1; k++) {
            int axis = k;
            if (axes.get(k).varies()) {
                header.add(axes.get(k).choice().id());
                cells.add(each -> each.values().get(axis));
            }
        }
        add(header, cells, "learned", each -> "%s of %s"
                .formatted(Figures.number(each.learned()), Figures.number(each.runs())));
        add(header, cells, "share", each -> percent(each.share()));
        add(header, cells, "95 % interval", each -> "%s to %s"
                .formatted(
                        percent(each.interval().low()), percent(each.interval().high())));
        add(header, cells, "median loss", each -> Figures.of(each.median()));
        add(header, cells, "largest loss", each -> Figures.of(each.losses().get(4)));
        add(header, cells, "not finite", each -> Figures.number(each.lost()));
        List<List<String>> rows = shown.stream()
                .map(each -> cells.stream().map(cell -> cell.apply(each)).toList())
                .toList();
        var sheet = new Sheet(screen);
        if (combinations.size() > ROWS) {
            sheet.say("The %d of %s in which most runs learned; the page has all."
                    .formatted(ROWS, Figures.count(combinations.size(), "combination")));
        }
        return sheet.table(
                        2,
                        new TextTable(header, rows)
                                .sparing("not finite", "largest loss", "median loss", "95 % interval"))
                .toString();
    }

    private static void add(
            List<String> header,
            List<Function<Combination, String>> cells,
            String name,
            Function<Combination, String> cell) {
        header.add(name);
        cells.add(cell);
    }

    /** Where the others stick, the best and the worst run; a line each. */
    public static List<String> findings(Swept swept) {
        var lines = new ArrayList<String>();
        List<Level> levels = swept.levels();
        if (!levels.isEmpty()) {
            lines.add("Where the others ended:");
            levels.stream().limit(LEVELS).forEach(level -> lines.add("  " + level(level)));
            if (levels.size() > LEVELS) {
                long runs = levels.stream().skip(LEVELS).mapToLong(Level::runs).sum();
                lines.add("  %s elsewhere".formatted(Figures.count(runs, "run")));
            }
        }
        long lost = swept.lost();
        if (lost > 0) {
            lines.add("%s: the loss is not finite.".formatted(Figures.count(lost, "run")));
        }
        lines.add(extreme("Best", swept, swept.best()));
        if (swept.sweep().size() > 1) {
            lines.add(extreme("Worst", swept, swept.worst()));
        }
        return lines;
    }

    private static String level(Level level) {
        String runs = Figures.count(level.runs(), "run");
        return level.least() == level.most()
                ? "%s at loss %s".formatted(runs, Figures.of(level.least()))
                : "%s near loss %s, from %s to %s"
                        .formatted(
                                runs, Figures.of(level.median()), Figures.of(level.least()), Figures.of(level.most()));
    }

    private static String extreme(String what, Swept swept, Finished run) {
        return "%s run: loss %s. In full, with DL4J beside it:%n  %s"
                .formatted(what, Figures.of(run.loss()), command(swept, run.run()));
    }

    /** The command line that makes a run again in full. */
    public static String command(Swept swept, long run) {
        return "./handgrad run " + CommandText.text(swept.sweep().words(run));
    }

    /** A share with one decimal, so that what is not all is never 100 %. */
    public static String percent(double share) {
        double shown = share >= 1 || share <= 0 ? share : Math.min(0.999, Math.max(0.001, share));
        return share == 0 || share == 1
                ? (share == 0 ? "0 %" : "100 %")
                : String.format(Locale.ROOT, "%.1f %%", 100 * shown);
    }
}
