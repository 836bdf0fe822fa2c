package handgrad.input.csv;

import handgrad.InputException;
import handgrad.Shown;
import handgrad.input.data.Task;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** The labels of a table while it is read, and what they turn out to be. Texts are kept once. */
final class Labels {
    /** Far more than a column of classes has, far fewer than one of identifiers. */
    private static final int MOST_CLASSES = 1000;

    /** Whole numbers of at most as many kinds are classes, if each comes twice on average. */
    private static final int MOST_NUMBERED_CLASSES = 20;

    private final String file;
    private final String column;
    private final Decimal decimal;
    private final Map<String, Integer> codes = new HashMap<>();
    private int[] code = new int[1024];
    private double[] value = new double[1024];
    private int count;
    private boolean fewTexts = true;
    private String firstText = "";
    private long firstTextLine;

    Labels(String file, String column, Decimal decimal) {
        this.file = file;
        this.column = column;
        this.decimal = decimal;
    }

    /** @throws InputException if there are too many texts for classes */
    void add(long line, String cell) {
        if (count == code.length) {
            code = Arrays.copyOf(code, 2 * count);
            value = Arrays.copyOf(value, 2 * count);
        }
        double number = Cells.number(cell, decimal);
        if (Double.isNaN(number) && firstTextLine == 0) {
            firstText = cell;
            firstTextLine = line;
        }
        if (fewTexts) {
            code[count] = codes.computeIfAbsent(cell, text -> codes.size());
            fewTexts = codes.size() <= MOST_CLASSES;
        }
        if (!fewTexts && firstTextLine > 0) {
            throw tooManyTexts();
        }
        value[count] = number;
        count++;
    }

    private InputException tooManyTexts() {
        return new InputException(
                ("%s: the label '%s' has more than %d different values, of which '%s' in line %d is not a "
                                + "number: expected classes that repeat, or numbers alone")
                        .formatted(file, column, MOST_CLASSES, Shown.text(firstText), firstTextLine));
    }

    int count() {
        return count;
    }

    /** @throws InputException if the labels are not what was asked for, or teach nothing */
    Target target(Optional<Task.Kind> asked) {
        boolean numbers = firstTextLine == 0;
        double[] values = Arrays.copyOf(value, count);
        Task.Kind kind = asked.orElseGet(() -> recognised(values, numbers));
        return switch (kind) {
            case REGRESSION -> values(values, numbers);
            case CLASSIFICATION -> checked(numbers ? numbered(values) : named());
        };
    }

    private Task.Kind recognised(double[] values, boolean numbers) {
        if (!numbers) {
            return Task.Kind.CLASSIFICATION;
        }
        long kinds = DoubleStream.of(values)
                .distinct()
                .limit(MOST_NUMBERED_CLASSES + 1L)
                .count();
        boolean whole = DoubleStream.of(values).allMatch(each -> each == Math.rint(each));
        boolean few = kinds <= MOST_NUMBERED_CLASSES && 2 * kinds <= values.length;
        return whole && few ? Task.Kind.CLASSIFICATION : Task.Kind.REGRESSION;
    }

    private Target values(double[] values, boolean numbers) {
        if (!numbers) {
            throw new InputException("%s, line %d, column '%s': '%s' is not a number, as --task=regression needs"
                    .formatted(file, firstTextLine, column, Shown.text(firstText)));
        }
        if (DoubleStream.of(values).allMatch(each -> each == values[0])) {
            throw new InputException("%s: the label '%s' is %s in every sample, expected at least two values"
                    .formatted(file, column, name(values[0])));
        }
        return new Target(Task.values(), values, true);
    }

    private Target numbered(double[] values) {
        double[] classes = DoubleStream.of(values).sorted().distinct().toArray();
        if (classes.length > MOST_CLASSES) {
            throw new InputException("%s: the label '%s' has %d different values, expected at most %d classes"
                    .formatted(file, column, classes.length, MOST_CLASSES));
        }
        double[] indices = DoubleStream.of(values)
                .map(each -> Arrays.binarySearch(classes, each))
                .toArray();
        List<String> names = DoubleStream.of(classes).mapToObj(Labels::name).toList();
        return new Target(Task.classes(names), indices, true);
    }

    private Target named() {
        List<String> classes =
                codes.keySet().stream().sorted(Labels::byCodePoint).collect(Collectors.toList());
        double[] index = new double[classes.size()];
        IntStream.range(0, index.length).forEach(k -> index[codes.get(classes.get(k))] = k);
        double[] indices =
                IntStream.range(0, count).mapToDouble(i -> index[code[i]]).toArray();
        return new Target(Task.classes(classes.stream().map(Shown::text).toList()), indices, false);
    }

    /** As Python sorts text; {@code String.compareTo} sorts characters beyond U+FFFF before some below. */
    private static int byCodePoint(String a, String b) {
        return Arrays.compare(a.codePoints().toArray(), b.codePoints().toArray());
    }

    private Target checked(Target target) {
        int classes = target.task().classes().size();
        if (classes == 1) {
            throw new InputException("%s: the label '%s' is '%s' in every sample, expected at least two classes"
                    .formatted(file, column, target.task().classes().get(0)));
        }
        if (classes == count) {
            throw new InputException(
                    "%s: the label '%s' has as many classes as samples, %d, as an identifier has: expected classes that repeat, "
                                    .formatted(file, column, classes)
                            + "or numbers and --task=regression");
        }
        return target;
    }

    private static String name(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? String.valueOf((long) value)
                : String.valueOf(value);
    }
}
