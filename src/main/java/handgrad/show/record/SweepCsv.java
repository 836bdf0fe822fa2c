package handgrad.show.record;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import handgrad.sweep.Combination;
import handgrad.sweep.Finished;
import handgrad.sweep.Sweep;
import handgrad.sweep.Swept;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import tech.tablesaw.api.Table;

/** A sweep as tables: all its runs, line by line, since there may be many millions; and its combinations. */
public final class SweepCsv {
    /** The file of {@link #runs}. */
    public static final String RUNS = "runs.csv";

    /** The file of {@link #combinations}. */
    public static final String COMBINATIONS = "combinations.csv";

    private SweepCsv() {}

    /**
     * One line a run, in their order: its number from 1, a column an axis, then {@code loss}, the score by its name, {@code epochs},
     * {@code outcome}, {@code learned} and the digest of its final parameters.
     */
    public static void runs(Swept swept, Writer into) throws IOException {
        // Not closed: what is written into is the caller's.
        CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(into);
        Sweep sweep = swept.sweep();
        var header = new ArrayList<String>(List.of("run"));
        sweep.axes().forEach(axis -> header.add(axis.choice().column()));
        header.addAll(List.of("loss", sweep.task().score(), "epochs", "outcome", "learned", "digest"));
        csv.writeRecord(header);
        for (long i = 0; i < sweep.size(); i++) {
            csv.writeRecord(row(swept, swept.results().get(i)));
        }
        csv.flush();
    }

    private static List<String> row(Swept swept, Finished run) {
        var row = new ArrayList<String>();
        row.add(String.valueOf(run.run() + 1));
        row.addAll(swept.sweep().values(run.run()));
        row.add(String.valueOf(run.loss()));
        row.add(String.valueOf(run.score()));
        row.add(String.valueOf(run.epochs()));
        row.add(run.ending().id());
        row.add(swept.learned().met(run) ? "yes" : "no");
        row.add(HexFormat.of().toHexDigits(run.digest()));
        return row;
    }

    /**
     * One row a combination: a column an axis but the seed's, {@code runs}, {@code learned}, the {@code share} of these with the
     * ends of its interval, {@code not_finite}, the quartiles of the finite losses, and the median of the epochs of those that learned.
     */
    public static Table combinations(Swept swept, List<Combination> combinations) {
        var columns = new Columns<>("combinations", combinations);
        var axes = swept.sweep().axes();
        for (int k = 0; k < axes.size() - 1; k++) {
            int axis = k;
            columns.text(axes.get(k).choice().column(), each -> each.values().get(axis));
        }
        columns.whole("runs", Combination::runs)
                .whole("learned", Combination::learned)
                .figure("share", Combination::share)
                .figure("share_low", each -> each.interval().low())
                .figure("share_high", each -> each.interval().high())
                .whole("not_finite", Combination::lost);
        var names = List.of("loss_least", "loss_lower_quartile", "loss_median", "loss_upper_quartile", "loss_most");
        for (int k = 0; k < names.size(); k++) {
            int quarter = k;
            columns.figure(names.get(k), each -> each.losses().get(quarter));
        }
        return columns.whole("epochs_median_of_learned", Combination::epochs).table();
    }
}
