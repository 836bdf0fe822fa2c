package handgrad.cli;

import handgrad.Figures;
import handgrad.show.file.ResultsFolder;
import handgrad.show.page.SweepHtml;
import handgrad.show.record.SweepCsv;
import handgrad.show.record.Tables;
import handgrad.show.text.Screen;
import handgrad.show.text.Screen.Tone;
import handgrad.show.text.Sheet;
import handgrad.show.text.SweepText;
import handgrad.sweep.Combination;
import handgrad.sweep.Journal;
import handgrad.sweep.Sweep;
import handgrad.sweep.Swept;
import java.io.PrintWriter;
import java.util.List;

/** What {@code handgrad sweep} prints, and writes into its folder. */
record SweepOutput(ResultsFolder folder, Screen screen, PrintWriter out) {
    void announce(Sweep sweep, long done) {
        out.printf(
                "%n%s%n%s%n%s: %s from %s each.%s%n%n",
                screen.in(Tone.STRONG, sweep.experiment().name()),
                sweep.experiment().question(),
                Figures.count(sweep.size(), "run"),
                Figures.count(sweep.combinations(), "combination"),
                Figures.count(sweep.seeds(), "starting point"),
                done == 0 ? "" : " %s done already.".formatted(Figures.number(done)));
        out.flush();
    }

    void interrupted(Sweep sweep, long done) {
        out.printf(
                "Interrupted: %,d of %s are kept in %s; the same command goes on.%n",
                done, Figures.count(sweep.size(), "run"), folder.path().resolve(Journal.FILE));
        out.flush();
    }

    /** @param command that made it, for the page */
    void finished(Swept swept, String command) {
        List<Combination> combinations = swept.combinations();
        folder.write(SweepCsv.RUNS, writer -> SweepCsv.runs(swept, writer));
        folder.write(SweepCsv.COMBINATIONS, Tables.csv(SweepCsv.combinations(swept, combinations)));
        folder.write(SweepHtml.FILE, SweepHtml.of(swept, combinations, command));
        out.print(new Sheet(screen)
                .say(SweepText.verdict(swept))
                .say(SweepText.checks(swept))
                .gap()
                .add(SweepText.table(swept, combinations, screen))
                .gap()
                .say(0, SweepText.findings(swept))
                .gap()
                .say("For a browser: %s. All runs: %s"
                        .formatted(
                                folder.path().resolve(SweepHtml.FILE),
                                folder.path().resolve(SweepCsv.RUNS))));
        out.flush();
    }
}
