package handgrad.input.csv;

import handgrad.InputException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** The empty cells of a table while it is read: how many in which column, and how many lines have one. */
final class Gaps {
    private final String file;
    private final Columns columns;
    private final long[] empty;
    private long lines;
    private long first;

    Gaps(String file, Columns columns) {
        this.file = file;
        this.columns = columns;
        this.empty = new long[columns.names().size()];
    }

    /** Notes the empty cells of a line that matter, and returns whether there are any. */
    boolean in(long line, String[] cells) {
        boolean any = note(cells, columns.label());
        for (int column : columns.features()) {
            any |= note(cells, column);
        }
        if (any) {
            lines++;
            first = first == 0 ? line : first;
        }
        return any;
    }

    private boolean note(String[] cells, int column) {
        boolean gap = cells[column].isEmpty();
        empty[column] += gap ? 1 : 0;
        return gap;
    }

    long lines() {
        return lines;
    }

    /** @throws InputException if there are gaps that the user has not allowed for */
    void check(Missing missing) {
        boolean refused = missing == Missing.REFUSE && lines > 0;
        if (refused) {
            throw new InputException(
                    ("%s: %s missing, %s; the first in line %d: expected none, --missing=drop, which leaves "
                                    + "out %s, or --missing=mean")
                            .formatted(file, values(sum()), byColumn(), first, count(lines, "line")));
        }
        if (missing == Missing.MEAN && empty[columns.label()] > 0) {
            throw new InputException(
                    "%s: the label '%s' is missing in %s: expected a label everywhere, or --missing=drop"
                            .formatted(file, columns.name(columns.label()), count(empty[columns.label()], "line")));
        }
    }

    private long sum() {
        return LongStream.of(empty).sum();
    }

    private String byColumn() {
        int most = 10;
        int[] gapped =
                IntStream.range(0, empty.length).filter(c -> empty[c] > 0).toArray();
        String some = IntStream.of(gapped)
                .limit(most)
                .mapToObj(column -> "%d in '%s'".formatted(empty[column], columns.name(column)))
                .collect(Collectors.joining(", "));
        return gapped.length > most ? some + ", and more in other columns" : some;
    }

    private static String values(long count) {
        return count == 1 ? "1 value is" : count + " values are";
    }

    private static String count(long count, String what) {
        return "%d %s%s".formatted(count, what, count == 1 ? "" : "s");
    }
}
