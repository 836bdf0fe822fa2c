package handgrad.show.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A small table for a reader: a row of headings and rows of text, the first column to the left, figures to the right.
 *
 * @param spare headings of columns that a narrow screen may do without, the first of them first
 */
public record TextTable(List<String> header, List<List<String>> rows, List<String> spare) {
    /** A space on both sides of a cell, and a bar between two. */
    private static final int PADDING = 3;

    public TextTable {
        header = List.copyOf(header);
        rows = rows.stream().map(List::copyOf).toList();
        spare = List.copyOf(spare);
    }

    public TextTable(List<String> header, List<List<String>> rows) {
        this(header, rows, List.of());
    }

    /** The same with columns that a narrow screen may do without, the first of them first. */
    public TextTable sparing(String... headings) {
        return new TextTable(
                header, rows, Arrays.stream(headings).filter(header::contains).toList());
    }

    /** For a screen: with fewer columns where it is too narrow for all, and at last a figure a line. */
    public String plain(Screen screen, int width) {
        if (width() <= width) {
            return render("", "+", screen);
        }
        return spare.isEmpty() ? stacked(screen, width) : without(spare.get(0)).plain(screen, width);
    }

    /** For a Markdown page; bars and what would be markup inside cells are escaped. */
    public String markdown() {
        var escaped = rows.stream().map(TextTable::escaped).toList();
        return new TextTable(escaped(header), escaped).render("|", "|", Screen.FILE);
    }

    private static List<String> escaped(List<String> row) {
        return row.stream()
                .map(cell -> MarkdownText.text(cell).replace("|", "\\|"))
                .toList();
    }

    private int width() {
        return IntStream.range(0, header.size())
                .map(column -> PADDING + widest(column))
                .sum();
    }

    private int widest(int column) {
        return Math.max(
                Lines.seen(header.get(column)),
                rows.stream().mapToInt(row -> Lines.seen(row.get(column))).max().orElse(0));
    }

    private TextTable without(String heading) {
        int column = header.indexOf(heading);
        return new TextTable(
                without(header, column),
                rows.stream().map(row -> without(row, column)).toList(),
                spare.subList(1, spare.size()));
    }

    private static List<String> without(List<String> row, int column) {
        var rest = new ArrayList<>(row);
        rest.remove(column);
        return rest;
    }

    /** Each row by itself: its first cell, and below it a line a cell, headings to the left. */
    private String stacked(Screen screen, int width) {
        var sheet = new Sheet(new Screen(width, screen.terminal(), screen.colour()));
        for (List<String> row : rows) {
            sheet.say(row.get(0));
            sheet.entries(
                    2,
                    IntStream.range(1, row.size())
                            .filter(column -> !row.get(column).isEmpty())
                            .mapToObj(column -> new Sheet.Entry(header.get(column), screen.toned(row.get(column))))
                            .toList());
        }
        return sheet.toString();
    }

    /**
     * The heading, a line below it, and the rows.
     *
     * @param edge what stands at both ends of each line
     * @param crossing of the line below the heading with the bar between two columns
     */
    private String render(String edge, String crossing, Screen screen) {
        int[] widths = IntStream.range(0, header.size()).map(this::widest).toArray();
        var text = new StringBuilder();
        text.append(line(header, widths, edge, Screen.FILE));
        text.append(Arrays.stream(widths)
                .mapToObj(width -> "-".repeat(width + 2))
                .collect(Collectors.joining(crossing, edge, edge + "\n")));
        rows.forEach(row -> text.append(line(row, widths, edge, screen)));
        return text.toString();
    }

    private static String line(List<String> cells, int[] widths, String edge, Screen screen) {
        return IntStream.range(0, widths.length)
                .mapToObj(column -> {
                    String cell = screen.toned(cells.get(column));
                    String gap = " ".repeat(widths[column] - Lines.seen(cell));
                    return column == 0 ? " " + cell + gap + " " : " " + gap + cell + " ";
                })
                .collect(Collectors.joining("|", edge, edge + "\n"));
    }
}
