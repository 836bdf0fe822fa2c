package handgrad.show.record;

import java.text.NumberFormat;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.numbers.NumberColumnFormatter;

/** A table with a row for each of some things, made column by column. */
final class Columns<T> {
    private final Table table;
    private final List<T> rows;

    Columns(String name, List<T> rows) {
        this.table = Table.create(name);
        this.rows = rows;
    }

    Columns<T> text(String name, Function<T, String> value) {
        table.addColumns(StringColumn.create(name, rows.stream().map(value)));
        return this;
    }

    Columns<T> whole(String name, ToLongFunction<T> value) {
        table.addColumns(LongColumn.create(name, rows.stream().mapToLong(value)));
        return this;
    }

    /** Tablesaw keeps NaN as a missing value: here it is written {@code NaN}, never as an empty cell. */
    Columns<T> figure(String name, ToDoubleFunction<T> value) {
        DoubleColumn column =
                DoubleColumn.create(name, rows.stream().mapToDouble(value).toArray());
        column.setPrintFormatter(new NumberColumnFormatter((NumberFormat) null, "NaN"));
        table.addColumns(column);
        return this;
    }

    Table table() {
        return table;
    }
}
