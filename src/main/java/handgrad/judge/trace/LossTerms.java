package handgrad.judge.trace;

import static handgrad.judge.trace.Quantities.each;

import handgrad.judge.trace.Expression.Call;
import handgrad.judge.trace.Expression.Constant;
import handgrad.judge.trace.Expression.Difference;
import handgrad.judge.trace.Expression.Negative;
import handgrad.judge.trace.Expression.Product;
import handgrad.judge.trace.Expression.Quotient;
import handgrad.judge.trace.Expression.Square;
import handgrad.judge.trace.Expression.Sum;
import handgrad.judge.trace.Expression.Symbol;
import handgrad.judge.trace.Line.Kind;
import handgrad.network.Loss;
import java.util.List;
import java.util.stream.IntStream;

/** The loss of the sample: {@code L = sum_k L[k]}, one term an output. */
final class LossTerms {
    /** Nearer to 1, or for a sigmoid to 0, the logarithms of {@code y} and {@code 1 - y} begin to lose digits. */
    private static final double NEAR = 1e-3;

    private static final String FROM_Z =
            "an output is near 0 or 1, where the logarithm loses digits: the same loss is computed from z";

    private final Quantities q;
    private final SoftmaxRow row;
    private final int nOut;
    private final boolean saturated;

    LossTerms(Quantities quantities, SoftmaxRow row) {
        this.q = quantities;
        this.row = row;
        this.nOut = quantities.network().nOut();
        this.saturated = IntStream.range(0, nOut)
                .mapToDouble(k -> q.output(q.last(), k).value())
                .anyMatch(this::losesDigits);
    }

    /** Writes a line an output, and their sum. @return the loss */
    double run(Ledger ledger) {
        Loss loss = q.network().loss();
        String title = "loss (%s)".formatted(loss.id());
        ledger.begin(Section.Pass.LOSS, title, saturated ? List.of(FROM_Z) : List.of());
        for (int k = 0; k < nOut; k++) {
            q.setLossTerm(
                    k, ledger.add(Kind.LOSS, q.last(), k, term(k), q.lossTerm(k).name()));
        }
        var sum = new Sum(each(nOut, q::lossTerm));
        return ledger.addRow(Kind.LOSS, q.last(), sum, "L");
    }

    private boolean losesDigits(double y) {
        boolean far = y < 1 - NEAR;
        return switch (q.network().loss()) {
            case HALF_SQUARED_ERROR, MEAN_SQUARED_ERROR -> false;
            case BINARY_CROSS_ENTROPY -> !(y > NEAR && far);
            case CROSS_ENTROPY -> !(y >= Double.MIN_NORMAL && far);
        };
    }

    private Expression term(int k) {
        var y = q.output(q.last(), k);
        var t = q.target(k);
        return switch (q.network().loss()) {
            case HALF_SQUARED_ERROR -> new Quotient(new Square(new Difference(y, t)), new Constant(2));
            case MEAN_SQUARED_ERROR -> new Quotient(new Square(new Difference(y, t)), new Constant(nOut));
            case BINARY_CROSS_ENTROPY -> saturated ? binaryFromZ(k, t) : binary(y, t);
            case CROSS_ENTROPY -> saturated ? fromZ(k, t) : new Negative(Product.of(t, ln(y)));
        };
    }

    /** {@code -(t ln y + (1 - t) ln(1 - y))}. */
    private static Expression binary(Symbol y, Symbol t) {
        var one = new Constant(1);
        return new Negative(
                new Sum(List.of(Product.of(t, ln(y)), Product.of(new Difference(one, t), ln(new Difference(one, y))))));
    }

    /** {@code max(z, 0) - t z + ln(1 + exp(-|z|))}. */
    private Expression binaryFromZ(int k, Symbol t) {
        Symbol z = q.z(q.last(), k);
        var linear = new Difference(Call.of(Function.MAX, z, new Constant(0)), Product.of(t, z));
        var tail = Call.of(Function.LN_ONE_PLUS, Call.of(Function.EXP, new Negative(Call.of(Function.ABS, z))));
        return new Sum(List.of(linear, tail));
    }

    /** {@code t (ln s - (z - m))}. */
    private Expression fromZ(int k, Symbol t) {
        return Product.of(t, new Difference(ln(row.s()), new Difference(q.z(q.last(), k), row.m())));
    }

    private static Expression ln(Expression argument) {
        return Call.of(Function.LN, argument);
    }
}
