package handgrad.show.text;

import handgrad.Figures;
import handgrad.train.bench.Machine;
import handgrad.train.bench.Measured;
import handgrad.train.bench.Plan;
import handgrad.train.bench.Subject;
import handgrad.train.bench.Timing;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.nd4j.linalg.api.buffer.DataType;

/** Times of steps for a reader: a table, and below it what was measured where. */
public final class BenchText {
    private BenchText() {}

    /** Ends with a line end. */
    public static String of(
            List<Measured> rows, Plan plan, Machine machine, int threads, DataType type, Screen screen) {
        var table = new TextTable(
                        header(rows, threads),
                        rows.stream().map(BenchText::cells).toList())
                .sparing("spread", "hand/floor", "floor");
        return new Sheet(screen)
                .table(0, table)
                .gap()
                .say("Microseconds a step: means of %d turns of about %d ms, taken by turns in one process."
                        .formatted(plan.rounds(), plan.turn().toMillis()))
                .say("Spread: from the lower to the upper quartile of the subject that varied most."
                        + " The floor is the matrix products of a step alone."
                        + " One thread each, but for the column that says how many.")
                .say("Machine: %s, %s."
                        .formatted(machine.processor(), Figures.count(machine.processors(), "processor")))
                .say("JVM: %s; %s.".formatted(machine.java(), machine.collector()))
                .say("Settings: %s, %s; OpenBLAS kernel: %s."
                        .formatted(
                                type == DataType.FLOAT ? "single precision" : "double precision",
                                Figures.count(threads, "thread") + " at most",
                                machine.kernel()
                                        .map(kernel -> kernel + ", by OPENBLAS_CORETYPE")
                                        .orElse("its own choice for this processor")))
                .toString();
    }

    private static List<String> header(List<Measured> rows, int threads) {
        var header = new ArrayList<>(List.of("network", "batch", "hand", Figures.count(threads, "thread")));
        header.addAll(List.of("dl4j", "floor", "dl4j/hand", "hand/floor"));
        if (!rows.get(0).peers().isEmpty()) {
            header.addAll(List.of("fastest peer", "peer/hand"));
        }
        header.add("spread");
        return header;
    }

    private static List<String> cells(Measured row) {
        var cells = new ArrayList<>(List.of(
                row.workload().network().shape(),
                Figures.number(row.workload().batchSize()),
                micros(row, Subject.HAND),
                micros(row, Subject.THREADED),
                micros(row, Subject.DL4J),
                micros(row, Subject.FLOOR),
                ratio(row, Subject.DL4J, Subject.HAND),
                ratio(row, Subject.HAND, Subject.FLOOR)));
        row.fastestPeer().ifPresent(peer -> {
            cells.add(peer.getKey() + " " + micros(peer.getValue()));
            cells.add(String.format(Locale.ROOT, "%.2f", row.peerOverHand().orElseThrow()));
        });
        cells.add(String.format(Locale.ROOT, "%.0f %%", 100 * row.spread()));
        return cells;
    }

    private static String micros(Measured row, Subject subject) {
        return micros(row.of(subject));
    }

    /** With the decimals that say something. */
    private static String micros(Timing timing) {
        double micros = timing.micros();
        return String.format(Locale.ROOT, micros < 10 ? "%.2f" : micros < 100 ? "%.1f" : "%,.0f", micros);
    }

    private static String ratio(Measured row, Subject subject, Subject other) {
        return String.format(Locale.ROOT, "%.2f", row.ratio(subject, other));
    }
}
