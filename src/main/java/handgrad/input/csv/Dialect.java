package handgrad.input.csv;

import handgrad.InputException;
import java.io.IOException;
import java.io.Reader;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * How a table is written, found out from its first lines.
 *
 * @param first the cells of the first line
 * @param charactersPerLine on average, in the lines looked at
 */
record Dialect(Delimiter delimiter, boolean header, List<String> first, double charactersPerLine) {
    private static final int CHARACTERS = 1 << 18;

    /** @throws InputException if the lines hold no table */
    static Dialect of(CsvText text, CsvOptions.Layout layout) {
        String preview = preview(text);
        Preview best = layout.delimiter()
                .map(delimiter -> Preview.of(delimiter, preview))
                .orElseGet(() -> recognised(preview));
        best.failure().ifPresent(failure -> {
            throw text.complaint(failure);
        });
        if (best.records().isEmpty()) {
            throw new InputException("%s: no line has a cell, expected lines of cells"
                    .formatted(text.source().name()));
        }
        List<String> first = best.records().get(0);
        if (first.size() < 2) {
            throw new InputException(
                    "%s: one column only, expected a label and at least one feature, separated by a comma, "
                                    .formatted(text.source().name())
                            + "semicolon, tab or pipe");
        }
        boolean header =
                switch (layout.header()) {
                    case YES -> true;
                    case NO -> false;
                    case AUTO -> best.hasHeader();
                };
        return new Dialect(best.delimiter(), header, first, best.charactersPerLine(preview.length()));
    }

    /** The first characters, to the end of a line where there are more. */
    private static String preview(CsvText text) {
        var buffer = new char[CHARACTERS];
        int length = 0;
        try (Reader reader = text.open()) {
            int count = reader.read(buffer, 0, CHARACTERS);
            while (count > 0) {
                length += count;
                count = reader.read(buffer, length, CHARACTERS - length);
            }
        } catch (IOException e) {
            throw text.complaint(e);
        }
        String all = new String(buffer, 0, length);
        int end = Math.max(all.lastIndexOf('\n'), all.lastIndexOf('\r'));
        return length < CHARACTERS || end < 0 ? all : all.substring(0, end);
    }

    /** The one by which most lines have as many cells, most cells are numbers, and there are most of them. */
    private static Preview recognised(String preview) {
        return Stream.of(Delimiter.values())
                .map(delimiter -> Preview.of(delimiter, preview))
                .max(Comparator.<Preview>comparingInt(each -> each.columns() > 1 ? 1 : 0)
                        .thenComparingDouble(Preview::regular)
                        .thenComparingDouble(Preview::numeric)
                        .thenComparingInt(Preview::columns))
                .orElseThrow();
    }
}
