package handgrad.judge.trace;

import handgrad.judge.trace.Expression.Call;
import handgrad.judge.trace.Expression.Choice;
import handgrad.judge.trace.Expression.Constant;
import handgrad.judge.trace.Expression.Difference;
import handgrad.judge.trace.Expression.Negative;
import handgrad.judge.trace.Expression.Product;
import handgrad.judge.trace.Expression.Quotient;
import handgrad.judge.trace.Expression.Square;
import handgrad.judge.trace.Expression.Sum;
import handgrad.network.number.Elementary;
import handgrad.network.number.Row;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/** A definition written out, entry by entry; what belongs to the whole row gets a line and a name of its own. */
record FormulaRow(List<? extends Expression> entries, Asides asides) implements Row {
    /** Where the lines of whole rows are written. */
    interface Asides {
        /** Writes a line. @return its name, with its value */
        Expression named(Expression whole);
    }

    FormulaRow {
        entries = List.copyOf(entries);
    }

    Expression entry(int k) {
        return entries.get(k);
    }

    private FormulaRow each(UnaryOperator<Expression> f) {
        return new FormulaRow(entries.stream().<Expression>map(f::apply).toList(), asides);
    }

    private FormulaRow with(Row other, BinaryOperator<Expression> f) {
        var others = (FormulaRow) other;
        return new FormulaRow(
                IntStream.range(0, size())
                        .mapToObj(k -> f.apply(entry(k), others.entry(k)))
                        .toList(),
                asides);
    }

    @Override
    public FormulaRow plus(Row other) {
        return with(other, (a, b) -> new Sum(List.of(a, b)));
    }

    @Override
    public FormulaRow minus(Row other) {
        return with(other, Difference::new);
    }

    /** Products of products are written as one; a factor of the formula's own that is 1 is not written. */
    private static Expression product(Expression a, Expression b) {
        var factors = new ArrayList<Expression>();
        for (Expression factor : List.of(a, b)) {
            if (factor instanceof Product product) {
                factors.addAll(product.factors());
            } else if (!factor.equals(new Constant(1))) {
                factors.add(factor);
            }
        }
        if (factors.isEmpty()) {
            return new Constant(1);
        }
        return factors.size() == 1 ? factors.get(0) : new Product(factors);
    }

    @Override
    public FormulaRow times(Row other) {
        return with(other, FormulaRow::product);
    }

    @Override
    public FormulaRow over(Row other) {
        return with(other, Quotient::new);
    }

    @Override
    public FormulaRow square() {
        return each(Square::new);
    }

    @Override
    public FormulaRow negative() {
        return each(Negative::new);
    }

    @Override
    public FormulaRow mapped(Elementary function) {
        return each(a -> Call.of(function, a));
    }

    /** {@code dA * step(z)} where the other branch is 0. */
    @Override
    public FormulaRow choose(Row above, Row below) {
        var one = (FormulaRow) above;
        var other = (FormulaRow) below;
        return new FormulaRow(
                IntStream.range(0, size())
                        .mapToObj(k -> choice(entry(k), one.entry(k), other.entry(k)))
                        .toList(),
                asides);
    }

    private static Expression choice(Expression condition, Expression above, Expression below) {
        return below.equals(new Constant(0))
                ? product(above, Call.step(condition))
                : new Choice(condition, above, below);
    }

    @Override
    public FormulaRow atLeast(double c) {
        return each(a -> Call.max(List.of(a, new Constant(c))));
    }

    @Override
    public FormulaRow atMost(double c) {
        return each(a -> new Call("min(%s)", x -> Math.min(x[0], x[1]), List.of(a, new Constant(c))));
    }

    @Override
    public FormulaRow abs() {
        return each(a -> new Call("abs(%s)", x -> Math.abs(x[0]), List.of(a)));
    }

    @Override
    public FormulaRow sign() {
        return each(a -> new Call("sign(%s)", x -> Math.signum(x[0]), List.of(a)));
    }

    @Override
    public FormulaRow sum() {
        return whole(new Sum(List.copyOf(entries)));
    }

    @Override
    public FormulaRow largest() {
        return whole(Call.max(List.copyOf(entries)));
    }

    private FormulaRow whole(Expression expression) {
        return new FormulaRow(Collections.nCopies(size(), asides.named(expression)), asides);
    }

    @Override
    public FormulaRow constant(double c) {
        return each(a -> new Constant(c));
    }

    @Override
    public int size() {
        return entries.size();
    }

    private static FormulaRow of(int size, java.util.function.IntFunction<Expression> entry, Asides asides) {
        return new FormulaRow(IntStream.range(0, size).mapToObj(entry).toList(), asides);
    }

    @Override
    public FormulaRow affine(Row weights, Row bias) {
        var w = (FormulaRow) weights;
        var b = (FormulaRow) bias;
        return of(b.size(), j -> new Sum(List.of(new Sum(products(w, j)), b.entry(j))), asides);
    }

    @Override
    public FormulaRow product(Row weights) {
        var w = (FormulaRow) weights;
        return of(w.size() / size(), j -> new Sum(products(w, j)), asides);
    }

    private List<Expression> products(FormulaRow w, int j) {
        return IntStream.range(0, size())
                .<Expression>mapToObj(i -> Product.of(entry(i), w.entry(j * size() + i)))
                .toList();
    }

    @Override
    public FormulaRow timesTransposed(Row weights) {
        var w = (FormulaRow) weights;
        int nIn = w.size() / size();
        return of(
                nIn,
                i -> new Sum(IntStream.range(0, size())
                        .<Expression>mapToObj(j -> Product.of(entry(j), w.entry(j * nIn + i)))
                        .toList()),
                asides);
    }

    @Override
    public FormulaRow outer(Row delta) {
        var d = (FormulaRow) delta;
        return of(size() * d.size(), k -> Product.of(d.entry(k / size()), entry(k % size())), asides);
    }
}
