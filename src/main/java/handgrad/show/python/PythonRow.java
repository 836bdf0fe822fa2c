package handgrad.show.python;

import handgrad.network.function.Definitions;
import handgrad.network.number.Row;
import java.util.List;

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

    private static PythonRow number(double c, int size) {
        return new PythonRow(Definitions.written(c), c < 0 ? 0 : 2, size);
    }

    private PythonRow call(String function) {
        return of("%s(%s)".formatted(function, text), 2);
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
    public PythonRow plus(double c) {
        return c < 0 ? minus(number(-c, size)) : number(c, size).plus(this);
    }

    @Override
    public PythonRow times(double c) {
        return c == 1 ? this : c == -1 ? of("-" + at(1), 0) : number(c, size).times(this);
    }

    @Override
    public PythonRow over(double c) {
        return over(number(c, size));
    }

    @Override
    public PythonRow from(double c) {
        return number(c, size).minus(this);
    }

    @Override
    public PythonRow square() {
        return of(at(2) + "**2", 2);
    }

    @Override
    public PythonRow sqrt() {
        return call("np.sqrt");
    }

    @Override
    public PythonRow exp() {
        return call("np.exp");
    }

    @Override
    public PythonRow log() {
        return call("np.log");
    }

    @Override
    public PythonRow tanh() {
        return call("np.tanh");
    }

    @Override
    public PythonRow erf() {
        return call("erf");
    }

    @Override
    public PythonRow softplus() {
        return of("np.logaddexp(0, %s)".formatted(text), 2);
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
    public PythonRow atLeast(double c) {
        return of("np.maximum(%s, %s)".formatted(text, Definitions.written(c)), 2);
    }

    @Override
    public PythonRow atMost(double c) {
        return of("np.minimum(%s, %s)".formatted(text, Definitions.written(c)), 2);
    }

    @Override
    public PythonRow abs() {
        return call("np.abs");
    }

    @Override
    public PythonRow sign() {
        return call("np.sign");
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
        return number(c, size);
    }

    @Override
    public PythonRow affine(Row weights, Row bias) {
        return of("%s.dot(%s) + %s".formatted(at(2), at(weights, 2), at(bias, 1)), 0);
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

    @Override
    public PythonRow added(List<Row> others) {
        PythonRow sum = this;
        for (Row other : others) {
            sum = sum.plus(other);
        }
        return sum;
    }
}
