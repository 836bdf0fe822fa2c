package handgrad.input.csv;

import handgrad.InputException;
import handgrad.input.data.Task;
import java.util.ArrayList;
import java.util.List;

/** A table in memory: numbers, with NaN where a value is missing, and labels. Immutable. */
public final class Table {
    private final CsvOptions options;
    private final CsvText text;
    private final Dialect dialect;
    private final Columns columns;
    private final double[][] rows;
    private final Target target;
    private final long dropped;

    Table(
            CsvOptions options,
            CsvText text,
            Dialect dialect,
            Columns columns,
            double[][] rows,
            Target target,
            long dropped) {
        this.options = options;
        this.text = text;
        this.dialect = dialect;
        this.columns = columns;
        this.rows = rows;
        this.target = target;
        this.dropped = dropped;
    }

    /**
     * Reads a table.
     *
     * @throws InputException if it is none from which something can be learnt
     */
    public static Table read(CsvOptions options) {
        return new TableReader(options).read();
    }

    public CsvOptions options() {
        return options;
    }

    /** The same with inputs standardised or as they are. */
    public Table standardised(boolean other) {
        return new Table(options.standardised(other), text, dialect, columns, rows, target, dropped);
    }

    public int samples() {
        return rows.length;
    }

    public int features() {
        return columns.features().size();
    }

    /** The label's name, fit to print. */
    public String label() {
        return columns.name(columns.label());
    }

    public Task task() {
        return target.task();
    }

    /** The samples kept for the test: a share of all, rounded up. */
    public int tested() {
        return (int) Math.ceil(options.testShare() * samples());
    }

    public int trained() {
        return samples() - tested();
    }

    double[][] rows() {
        return rows;
    }

    Target target() {
        return target;
    }

    CsvText text() {
        return text;
    }

    Dialect dialect() {
        return dialect;
    }

    Columns columns() {
        return columns;
    }

    /** What was found out about the file, a sentence each. */
    public List<String> findings() {
        var findings = new ArrayList<String>();
        findings.add("%s: %s of %s, the label '%s' %s; %s, separated by a %s; %s kept for the test; inputs %s."
                .formatted(
                        options.source().name(),
                        count(samples(), "sample"),
                        count(features(), "feature"),
                        label(),
                        switch (task().kind()) {
                            case CLASSIFICATION ->
                                "has %d classes".formatted(task().classes().size());
                            case REGRESSION -> "is a value";
                        },
                        dialect.header() ? "with a header" : "without a header",
                        dialect.delimiter().id(),
                        tested() == 0 ? "none" : count(tested(), "sample"),
                        options.standardise() ? "standardised on the training set" : "as they are"));
        if (dropped > 0) {
            findings.add("%s left out for missing values.".formatted(count(dropped, "line")));
        }
        return findings;
    }

    private static String count(long count, String what) {
        return "%d %s%s".formatted(count, what, count == 1 ? "" : "s");
    }
}
