package handgrad.input.csv;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The first lines of a table, cut by one delimiter.
 *
 * @param failure where the quotes went wrong
 */
record Preview(Delimiter delimiter, List<List<String>> records, Optional<CsvParseException> failure) {
    private static final int LINES = 100;

    static Preview of(Delimiter delimiter, String text) {
        var records = new ArrayList<List<String>>();
        try (var reader = Records.lenient(delimiter).ofCsvRecord(text)) {
            for (CsvRecord record : reader) {
                if (!Records.blank(record)) {
                    records.add(record.getFields().stream().map(Cells::trimmed).toList());
                }
                if (records.size() == LINES) {
                    break;
                }
            }
        } catch (CsvParseException e) {
            return new Preview(delimiter, records, Optional.of(e));
        } catch (IOException e) {
            throw new IllegalStateException("text in memory cannot fail to be read", e);
        }
        return new Preview(delimiter, records, Optional.empty());
    }

    /** The most frequent number of cells of a line. */
    int columns() {
        return records.stream()
                .map(List::size)
                .max(Comparator.comparingLong(this::lines))
                .orElse(0);
    }

    private long lines(int cells) {
        return records.stream().filter(record -> record.size() == cells).count();
    }

    double regular() {
        return (double) lines(columns()) / Math.max(1, records.size());
    }

    /** Decimal commas count as well: they are what tells {@code 1,5;2,5} from a line of three cells. */
    double numeric() {
        return records.stream()
                .flatMap(List::stream)
                .mapToInt(cell -> Cells.isNumber(cell) ? 1 : 0)
                .average()
                .orElse(0);
    }

    /** No number in the first line, and a column of numbers for the most part below a name, or nothing below. */
    boolean hasHeader() {
        List<String> first = records.get(0);
        if (first.stream().anyMatch(Cells::isNumber)) {
            return false;
        }
        return records.size() == 1
                || IntStream.range(0, first.size())
                        .anyMatch(column -> !first.get(column).isEmpty() && numbersBelow(column) > 0.5);
    }

    private double numbersBelow(int column) {
        return records.stream()
                .skip(1)
                .filter(record -> record.size() > column)
                .map(record -> record.get(column))
                .filter(cell -> !cell.isEmpty())
                .mapToInt(cell -> Cells.isNumber(cell) ? 1 : 0)
                .average()
                .orElse(0);
    }

    double charactersPerLine(int characters) {
        if (records.size() < LINES) {
            return (double) characters / records.size();
        }
        return records.stream()
                .mapToInt(record ->
                        record.stream().mapToInt(cell -> cell.length() + 1).sum())
                .average()
                .orElseThrow();
    }
}
