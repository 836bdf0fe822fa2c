package handgrad.show.python;

import handgrad.network.function.Definitions;
import handgrad.network.number.Elementary;
import handgrad.network.number.Row;

/**
 * A definition written out in NumPy's words, one text for the rows of all samples.
 *
 * @param rank how tightly the text binds: 0 a sum, 1 a product, 2 neither
 * @param size the number of columns, where it is known
 */
record PythonRow(String text, int rank, int size) implements Row {
    static PythonRow symbol(String name, int size) {
        return new PythonRow(name, 2, size);
    }

    private PythonRow of(String made, int binding) {
        return new PythonRow(made, binding, size);
    }

    /** In parentheses where it binds less tightly than this. */
    private String at(int least) {
        return rank >= least ? text : "(" + text + ")";
    }

    private static String at(Row row, int least) {
        return ((PythonRow) row).at(least);
    }

    @Override
    public PythonRow plus(Row other) {
        return of(at(0) + " + " + at(other, 1), 0);
    }

    @Override
    public PythonRow minus(Row other) {
        return of(at(0) + " - " + at(other, 1), 0);
    }

    @Override
    public PythonRow times(Row other) {
        return of(at(1) + " * " + at(other, 2), 1);
    }

    @Override
    public PythonRow over(Row other) {
        return of(at(1) + " / " + at(other, 2), 1);
    }

    @Override
    public PythonRow negative() {
        return of("-" + at(1), 0);
    }

    @Override
    public PythonRow mapped(Elementary function) {
        return of(function.numpy(text), 2);
    }

    @Override
    public PythonRow square() {
        return of(at(2) + "**2", 2);
    }

    @Override
    public PythonRow powerOf(double base) {
        return of("%s**%s".formatted(Definitions.written(base), at(2)), 2);
    }

    @Override
    public PythonRow choose(Row above, Row below) {
        return of("np.where(%s > 0, %s, %s)".formatted(at(0), at(above, 0), at(below, 0)), 2);
    }

    @Override
    public PythonRow times(double c) {
        return c == 1 ? this : constant(c).times(this);
    }

    @Override
    public PythonRow atLeast(double c) {
        return of("np.maximum(%s, %s)".formatted(text, Definitions.written(c)), 2);
    }

    @Override
    public PythonRow atMost(double c) {
        return of("np.minimum(%s, %s)".formatted(text, Definitions.written(c)), 2);
    }

    @Override
    public PythonRow abs() {
        return of("np.abs(%s)".formatted(text), 2);
    }

    @Override
    public PythonRow sign() {
        return of("np.sign(%s)".formatted(text), 2);
    }

    @Override
    public PythonRow sum() {
        return of(at(2) + ".sum(axis=1, keepdims=True)", 2);
    }

    @Override
    public PythonRow largest() {
        return of(at(2) + ".max(axis=1, keepdims=True)", 2);
    }

    @Override
    public PythonRow constant(double c) {
        return of(Definitions.written(c), c < 0 ? 0 : 2);
    }

    @Override
    public PythonRow affine(Row weights, Row bias) {
        return of("%s.dot(%s) + %s".formatted(at(2), at(weights, 2), at(bias, 1)), 0);
    }

    @Override
    public PythonRow product(Row weights) {
        return of("%s.dot(%s)".formatted(at(2), at(weights, 2)), 2);
    }

    @Override
    public PythonRow timesTransposed(Row weights) {
        return of("%s.dot(%s.T)".formatted(at(2), at(weights, 2)), 2);
    }

    @Override
    public PythonRow outer(Row delta) {
        return of("%s.T.dot(%s)".formatted(at(2), at(delta, 0)), 2);
    }

    @Override
    public PythonRow overSamples() {
        return of(at(2) + ".sum(axis=0)", 2);
    }
}
