package handgrad.input.csv;

import handgrad.input.data.Task;

/** The lines of Python that make the same samples with NumPy and the csv module alone. */
final class PythonLines {
    private PythonLines() {}

    static String of(Table table, long seed, int outputs) {
        return read(table) + targets(table, outputs) + split(table, seed);
    }

    private static String read(Table table) {
        boolean comma = table.options().layout().decimal() == Decimal.COMMA;
        String point = comma ? ".replace(\",\", \".\")" : "";
        var columns = table.columns();
        return """
                import csv
                import io


                def number(cell):
                    return float(cell%s) if cell else np.nan


                with %s as file:
                    rows = [[cell.strip(" \\t") for cell in row] for row in csv.reader(file, delimiter=%s)]
                rows = [row for row in rows if len(row) > 1 or row and row[0]]%s
                %sx = np.array([[number(row[j]) for j in %s] for row in rows])
                labels = [row[%d] for row in rows]
                """.formatted(
                point,
                table.options().source().python(table.text().pythonEncoding()),
                PythonLiteral.of(String.valueOf(table.dialect().delimiter().character())),
                table.dialect().header() ? "[1:]" : "",
                table.options().missing() == Missing.DROP
                        ? "rows = [row for row in rows if row[%d] and all(row[j] for j in %s)]\n"
                                .formatted(columns.label(), PythonLiteral.list(columns.features()))
                        : "",
                PythonLiteral.list(columns.features()),
                columns.label());
    }

    private static String targets(Table table, int outputs) {
        String labels = table.target().numbers() ? "labels = [number(label) for label in labels]\n" : "";
        if (table.task().kind() == Task.Kind.REGRESSION) {
            return labels + "y = np.array([[label] for label in labels])\n";
        }
        String y = outputs == 1
                ? "y = np.array([[float(label == classes[1])] for label in labels])\n"
                : "y = np.array([[float(label == each) for each in classes] for label in labels])\n";
        return labels + "classes = sorted(set(labels))\n" + y;
    }

    private static String split(Table table, long seed) {
        return """
                order = np.random.RandomState(%d).permutation(len(x))
                x, y, x_test, y_test = x[order[%d:]], y[order[%d:]], x[order[:%d]], y[order[:%d]]
                """.formatted(seed, table.tested(), table.tested(), table.tested(), table.tested())
                + (table.options().missing() == Missing.MEAN ? MEANS : "")
                + (table.options().standardise() ? STANDARDISATION : "")
                + (table.tested() == 0 ? "x_test = y_test = None\n" : "");
    }

    private static final String MEANS = """
            mean = np.where(np.isnan(x), 0, x).sum(axis=0) / (~np.isnan(x)).sum(axis=0)
            x, x_test = np.where(np.isnan(x), mean, x), np.where(np.isnan(x_test), mean, x_test)
            """;

    /** A column whose variance rounding alone explains is constant, with deviation 1. */
    private static final String STANDARDISATION = """
            mean, variance, epsilon = x.mean(axis=0), x.var(axis=0), np.finfo(float).eps
            constant = variance <= len(x) * epsilon * variance + (len(x) * mean * epsilon) ** 2
            deviation = np.where(constant, 1, np.sqrt(variance))
            x, x_test = (x - mean) / deviation, (x_test - mean) / deviation
            """;
}
