package handgrad.check;

import handgrad.Shown;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** How a message is set. */
final class Lines {
    private Lines() {}

    static String name(String given) {
        return "'" + Shown.text(given) + "'";
    }

    /** Each on a line of its own, below what stands before. */
    static String indented(List<String> sentences) {
        return sentences.stream().map(Shown::sentence).collect(Collectors.joining("\n    ", "\n    ", ""));
    }

    /** Rows of cells as columns, each as wide as its widest cell. */
    static List<String> columns(List<List<String>> rows) {
        var lines = new ArrayList<String>();
        for (List<String> row : rows) {
            var line = new StringBuilder();
            for (int c = 0; c < row.size(); c++) {
                int column = c;
                int width = rows.stream()
                        .mapToInt(r -> r.get(column).length())
                        .max()
                        .orElse(0);
                line.append(row.get(c)).append(" ".repeat(width + 2 - row.get(c).length()));
            }
            lines.add(line.toString().stripTrailing());
        }
        return lines;
    }
}
