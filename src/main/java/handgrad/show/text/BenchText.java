package handgrad.show.text;

import handgrad.Figures;
import handgrad.train.bench.Machine;
import handgrad.train.bench.Measured;
import handgrad.train.bench.Plan;
import handgrad.train.bench.Subject;
import java.util.List;
import java.util.Locale;
import org.nd4j.linalg.api.buffer.DataType;

/** Times of steps for a reader: a table, and below it what was measured where. */
public final class BenchText {
    private static final List<String> HEADER =
            List.of("network", "batch", "hand", "dl4j", "floor", "dl4j/hand", "hand/floor", "spread");

    private BenchText() {}

    /** Ends with a line end. */
    public static String of(
            List<Measured> rows, Plan plan, Machine machine, int threads, DataType type, Screen screen) {
        var table = new TextTable(HEADER, rows.stream().map(BenchText::cells).toList())
                .sparing("spread", "hand/floor", "floor");
        return new Sheet(screen)
                .table(0, table)
                .gap()
                .say("Microseconds a step: means of %d turns of about %d ms, taken by turns in one process."
                        .formatted(plan.rounds(), plan.turn().toMillis()))
                .say("Spread: from the lower to the upper quartile of the subject that varied most."
                        + " The floor is the matrix products of a step alone.")
                .say("Machine: %s, %s."
                        .formatted(machine.processor(), Figures.count(machine.processors(), "processor")))
                .say("JVM: %s; %s.".formatted(machine.java(), machine.collector()))
                .say("Settings: %s, %s; OpenBLAS kernel: %s."
                        .formatted(
                                type == DataType.FLOAT ? "single precision" : "double precision",
                                Figures.count(threads, "thread"),
                                machine.kernel()
                                        .map(kernel -> kernel + ", by OPENBLAS_CORETYPE")
                                        .orElse("its own choice for this processor")))
                .toString();
    }

    private static List<String> cells(Measured row) {
        return List.of(
                row.workload().network().shape(),
                Figures.number(row.workload().batchSize()),
                micros(row, Subject.HAND),
                micros(row, Subject.DL4J),
                micros(row, Subject.FLOOR),
                ratio(row, Subject.DL4J, Subject.HAND),
                ratio(row, Subject.HAND, Subject.FLOOR),
                String.format(Locale.ROOT, "%.0f %%", 100 * row.spread()));
    }

    /** With the decimals that say something. */
    private static String micros(Measured row, Subject subject) {
        double micros = row.of(subject).micros();
        return String.format(Locale.ROOT, micros < 10 ? "%.2f" : micros < 100 ? "%.1f" : "%,.0f", micros);
    }

    private static String ratio(Measured row, Subject subject, Subject other) {
        return String.format(Locale.ROOT, "%.2f", row.ratio(subject, other));
    }
}
