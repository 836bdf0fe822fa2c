package handgrad.input.csv;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvRecord;
import handgrad.InputException;
import handgrad.Shown;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** Reads a table in one pass, line by line. */
final class TableReader {
    private final CsvOptions options;
    private final String file;
    private final Decimal decimal;
    private final CsvText text;
    private final Dialect dialect;
    private final Columns columns;
    private final Gaps gaps;
    private final Labels labels;
    private final List<double[]> rows = new ArrayList<>();

    TableReader(CsvOptions options) {
        this.options = options;
        this.file = options.source().name();
        this.decimal = options.layout().decimal();
        this.text = CsvText.of(options.source(), options.layout().encoding());
        this.dialect = Dialect.of(text, options.layout());
        this.columns = Columns.of(dialect, options);
        this.gaps = new Gaps(file, columns);
        this.labels = new Labels(file, columns.name(columns.label()), decimal);
    }

    Table read() {
        Memory.checkReading(text.source(), dialect, columns.features().size());
        try (Reader reader = text.open();
                var records = Records.strict(dialect.delimiter()).ofCsvRecord(reader)) {
            boolean header = dialect.header();
            for (CsvRecord record : records) {
                if (!Records.blank(record)) {
                    if (!header) {
                        add(record);
                    }
                    header = false;
                }
            }
        } catch (IOException | UncheckedIOException | CsvParseException e) {
            throw text.complaint(e);
        }
        gaps.check(options.missing());
        if (rows.size() < 2) {
            throw new InputException("%s: %s, expected at least 2"
                    .formatted(
                            file,
                            rows.isEmpty() ? "no sample" + (dialect.header() ? " below the header" : "") : "1 sample"));
        }
        long dropped = options.missing() == Missing.DROP ? gaps.lines() : 0;
        Target target = labels.target(options.task());
        return new Table(options, text, dialect, columns, rows.toArray(double[][]::new), target, dropped);
    }

    private void add(CsvRecord record) {
        long line = record.getStartingLineNumber();
        int expected = columns.names().size();
        if (record.getFieldCount() != expected) {
            throw new InputException("%s, line %d: %d cell%s, expected %d as in the first line"
                    .formatted(file, line, record.getFieldCount(), record.getFieldCount() == 1 ? "" : "s", expected));
        }
        String[] cells = new String[expected];
        for (int column = 0; column < expected; column++) {
            cells[column] = Cells.trimmed(record.getField(column));
        }
        boolean gap = gaps.in(line, cells);
        double[] row = numbers(line, cells);
        String label = cells[columns.label()];
        if (!gap || (options.missing() == Missing.MEAN && !label.isEmpty())) {
            rows.add(row);
            labels.add(line, label);
        }
    }

    private double[] numbers(long line, String[] cells) {
        double[] row = new double[columns.features().size()];
        for (int feature = 0; feature < row.length; feature++) {
            int column = columns.features().get(feature);
            row[feature] = cells[column].isEmpty() ? Double.NaN : number(line, column, cells[column]);
        }
        return row;
    }

    private double number(long line, int column, String cell) {
        double value = Cells.number(cell, decimal);
        if (Double.isNaN(value)) {
            throw new InputException("%s, line %d, column '%s': '%s' %s"
                    .formatted(file, line, columns.name(column), Shown.text(cell), expected(column, cell)));
        }
        return value;
    }

    private String expected(int column, String cell) {
        if (decimal == Decimal.POINT && Cells.isNumber(cell, Decimal.COMMA)) {
            return "has a decimal comma, expected a point, or --decimal=comma";
        }
        if (decimal == Decimal.COMMA && Cells.isNumber(cell, Decimal.POINT)) {
            return "has a decimal point, expected a comma, as --decimal=comma says";
        }
        return "is not a finite number, expected one, an empty cell where a value is missing, or --ignore=%d"
                .formatted(column + 1);
    }
}
