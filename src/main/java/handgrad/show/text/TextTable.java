package handgrad.show.text;

import com.github.freva.asciitable.AsciiTable;
import com.github.freva.asciitable.Column;
import com.github.freva.asciitable.HorizontalAlign;
import java.util.List;

/** A small table for a reader: a row of headings and rows of text, the first column to the left, figures to the right. */
public record TextTable(List<String> header, List<List<String>> rows) {
    /** Borders in ascii-table's order that make the table Markdown: no outer lines, bars, one line below the heading. */
    private static final Character[] MARKDOWN = {
        null, null, null, null, '|', '|', '|', '|', '-', '|', '|', '|', '|', '|', null, null, null, null, '|', '|', '|',
        null, null, null, null, null, null, null, null
    };

    /** A cell that was broken would be two rows. */
    private static final int UNBROKEN = Integer.MAX_VALUE;

    public TextTable {
        header = List.copyOf(header);
        rows = rows.stream().map(List::copyOf).toList();
    }

    /** For the terminal. */
    public String plain() {
        return render(AsciiTable.BASIC_ASCII_NO_DATA_SEPARATORS_NO_OUTSIDE_BORDER);
    }

    /** For a Markdown page; bars and what would be markup inside cells are escaped. */
    public String markdown() {
        var escaped = rows.stream().map(TextTable::escaped).toList();
        return new TextTable(escaped(header), escaped).render(MARKDOWN);
    }

    private static List<String> escaped(List<String> row) {
        return row.stream()
                .map(cell -> MarkdownText.text(cell).replace("|", "\\|"))
                .toList();
    }

    private String render(Character[] border) {
        Column[] columns = new Column[header.size()];
        for (int i = 0; i < columns.length; i++) {
            var align = i == 0 ? HorizontalAlign.LEFT : HorizontalAlign.RIGHT;
            columns[i] = new Column()
                    .header(header.get(i))
                    .headerAlign(align)
                    .dataAlign(align)
                    .maxWidth(UNBROKEN);
        }
        String[][] data = rows.stream().map(row -> row.toArray(String[]::new)).toArray(String[][]::new);
        return AsciiTable.builder()
                .border(border)
                .data(columns, data)
                .lineSeparator("\n")
                .asString();
    }
}
