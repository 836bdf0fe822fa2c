package handgrad.cli;

import handgrad.cli.Underway.Made;
import handgrad.lab.Experiment;
import handgrad.lab.result.Run;
import handgrad.show.text.ClosingTable;
import handgrad.show.text.ClosingTable.Row;
import handgrad.show.text.Screen;
import handgrad.show.text.Sheet;
import handgrad.show.text.Sheet.Entry;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is said when all runs of a command are made: each in a row of a table, where they are, and what to do next. */
final class RunSummary {
    private final List<Row> rows = new ArrayList<>();
    private List<Run> last = List.of();
    private boolean success = true;

    void add(Row row) {
        rows.add(row);
    }

    void add(Experiment experiment, List<Made> made) {
        last = made.stream().map(Made::run).toList();
        rows.add(Row.of(
                experiment.name(),
                last,
                made.stream().mapToDouble(Made::seconds).sum()));
        success &= last.stream().allMatch(experiment::succeeds);
    }

    /** Whether each run came out as it should. */
    boolean success() {
        return success;
    }

    /** What to do next, if it was not a tour. */
    List<Entry> next(AfterRuns after) {
        if (last.isEmpty()) {
            return List.of();
        }
        return rows.size() == 1 && last.size() == 1 ? after.one(last.get(0)) : after.several(last.get(0));
    }

    /** @param index over all runs, if there is one */
    Sheet sheet(Screen screen, Optional<Path> index, List<Entry> next) {
        var sheet = new Sheet(screen);
        if (rows.size() > 1) {
            sheet.gap().table(0, ClosingTable.of(rows));
        }
        index.ifPresent(file -> sheet.gap().say("All runs: " + file));
        NextSteps.set(sheet, next);
        return sheet;
    }
}
