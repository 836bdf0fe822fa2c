package handgrad.input.csv;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;

/** How the lines of a table are cut into cells. */
final class Records {
    private Records() {}

    /** Lines of different length are let through: who reads them says where they are. */
    static CsvReader.CsvReaderBuilder strict(Delimiter delimiter) {
        return CsvReader.builder()
                .fieldSeparator(delimiter.character())
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(false);
    }

    /** Quotes that are not closed are let through as well, for a first look. */
    static CsvReader.CsvReaderBuilder lenient(Delimiter delimiter) {
        return strict(delimiter).allowUnclosedQuote(true);
    }

    /** A line of blanks, which is no line of cells. */
    static boolean blank(CsvRecord record) {
        return record.getFieldCount() == 1 && Cells.trimmed(record.getField(0)).isEmpty();
    }
}
