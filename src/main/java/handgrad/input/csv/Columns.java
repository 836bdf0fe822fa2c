package handgrad.input.csv;

import handgrad.InputException;
import handgrad.Shown;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Which column is what, counted from 0.
 *
 * @param names as the header has them, the number from 1 where it has none
 */
record Columns(List<String> names, int label, List<Integer> features) {
    /** @throws InputException if names are not clear, or if a column that was asked for does not exist */
    static Columns of(Dialect dialect, CsvOptions options) {
        String file = options.source().name();
        List<String> names = names(file, dialect);
        if (options.label().isEmpty()) {
            throw new InputException("%s: expected --label COLUMN, one of %s".formatted(file, list(names)));
        }
        int label = index("--label", options.label().get(), names, dialect, file);
        var features = new ArrayList<>(IntStream.range(0, names.size()).boxed().toList());
        features.remove(Integer.valueOf(label));
        for (String ignored : options.ignored()) {
            Integer column = index("--ignore", ignored, names, dialect, file);
            if (column == label) {
                throw new InputException(
                        "--ignore %s: this is the label, expected another column".formatted(Shown.text(ignored)));
            }
            features.remove(column);
        }
        if (features.isEmpty()) {
            throw new InputException("%s: no feature is left beside the label, expected at least one".formatted(file));
        }
        return new Columns(names, label, List.copyOf(features));
    }

    /** For messages. */
    static String list(List<String> names) {
        int most = 20;
        String some = names.stream().limit(most).map(Shown::text).collect(Collectors.joining(", "));
        return names.size() > most ? "%s, ... (%d in all)".formatted(some, names.size()) : some;
    }

    private static List<String> names(String file, Dialect dialect) {
        Map<String, Integer> seen = new LinkedHashMap<>();
        var names = new ArrayList<String>();
        for (int column = 0; column < dialect.first().size(); column++) {
            String cell = dialect.header() ? dialect.first().get(column) : "";
            String name = cell.isEmpty() ? String.valueOf(column + 1) : cell;
            Integer before = seen.put(name, column + 1);
            if (before != null) {
                throw new InputException(
                        "%s: columns %d and %d are both named '%s', expected different names or --header=no"
                                .formatted(file, before, column + 1, Shown.text(name)));
            }
            names.add(name);
        }
        return List.copyOf(names);
    }

    private static int index(String option, String given, List<String> names, Dialect dialect, String file) {
        int named = names.indexOf(given);
        if (named >= 0) {
            return named;
        }
        if (given.matches("[+-]?\\d+")) {
            if (given.matches("\\d{1,6}") && Integer.parseInt(given) >= 1 && Integer.parseInt(given) <= names.size()) {
                return Integer.parseInt(given) - 1;
            }
            throw new InputException("%s %s: expected a number from 1 to %d, the columns of %s"
                    .formatted(option, Shown.text(given), names.size(), file));
        }
        if (!dialect.header()) {
            throw new InputException(
                    "%s '%s': %s has no header that was recognised, expected a number from 1 to %d, or --header=yes"
                            .formatted(option, Shown.text(given), file, names.size()));
        }
        throw InputException.unknown(
                "column", given, names.stream().map(Shown::text).toList());
    }

    /** The name of a column of the file, fit to print. */
    String name(int column) {
        return Shown.text(names.get(column));
    }

    /** The name of a feature, counted among the features. */
    String feature(int feature) {
        return name(features.get(feature));
    }
}
