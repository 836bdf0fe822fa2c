package handgrad.input.claim;

import handgrad.InputException;

/**
 * Numbers of a case file as a matrix.
 *
 * @param turned whether the file has the rows as columns
 */
record Grid(JsonFields json, boolean turned) {
    /** Whether it is an array of arrays, so that its shape is its own. */
    boolean hasShape() {
        return json.depth() == 2;
    }

    int rows() {
        return turned ? width() : json.size();
    }

    int columns() {
        return turned ? json.size() : width();
    }

    /** How long the rows in the file are; all must be of one length, whatever is in them. */
    private int width() {
        int width = json.element(0).size();
        json.elements().forEach(row -> row.length(width));
        return width;
    }

    /**
     * The matrix, row by row. A single row or column may be an array of numbers, a single number a number.
     *
     * @param expected what the rows and columns are, for the complaint
     */
    double[][] read(int rows, int columns, String expected) {
        int depth = json.depth();
        if (depth == 2 && rows() == rows && columns() == columns) {
            return turned ? transposed(plain(columns, rows)) : plain(rows, columns);
        }
        if (depth == 1 && (rows == 1 || columns == 1) && json.size() == rows * columns) {
            return shaped(json.vector(rows * columns), rows, columns);
        }
        if (depth == 0 && rows == 1 && columns == 1) {
            return new double[][] {{json.number()}};
        }
        throw misshapen(rows, columns, expected);
    }

    /** As many numbers, in one row or in one column. */
    double[] vector(int size) {
        if (json.depth() == 0 && size == 1) {
            return new double[] {json.number()};
        }
        if (json.depth() == 2 && json.size() == 1) {
            return json.element(0).vector(size);
        }
        if (json.depth() == 2 && width() == 1 && json.size() == size) {
            return transposed(plain(size, 1))[0];
        }
        if (json.depth() == 2) {
            throw json.misshapen("expected %s, found %s".formatted(JsonFields.count(size, "number"), found()));
        }
        return json.vector(size);
    }

    private double[][] plain(int rows, int columns) {
        double[][] matrix = new double[rows][];
        for (int i = 0; i < rows; i++) {
            matrix[i] = json.element(i).vector(columns);
        }
        return matrix;
    }

    private InputException misshapen(int rows, int columns, String expected) {
        int first = turned ? columns : rows;
        int second = turned ? rows : columns;
        return json.misshapen("expected %d x %d number%s, found %s (%s)"
                .formatted(first, second, first == 1 && second == 1 ? "" : "s", found(), expected));
    }

    private String found() {
        return switch (json.depth()) {
            case 0 -> "a number or a text";
            case 1 -> JsonFields.count(json.size(), "number");
            case 2 -> json.size() + " x " + width();
            default -> "arrays " + json.depth() + " deep";
        };
    }

    private static double[][] shaped(double[] values, int rows, int columns) {
        double[][] matrix = new double[rows][columns];
        for (int i = 0; i < values.length; i++) {
            matrix[i / columns][i % columns] = values[i];
        }
        return matrix;
    }

    static double[][] transposed(double[][] matrix) {
        double[][] other = new double[matrix[0].length][matrix.length];
        for (int i = 0; i < matrix.length; i++) {
            for (int j = 0; j < matrix[0].length; j++) {
                other[j][i] = matrix[i][j];
            }
        }
        return other;
    }
}
