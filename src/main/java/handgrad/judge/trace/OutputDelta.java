package handgrad.judge.trace;

import static handgrad.judge.trace.Quantities.each;

import handgrad.judge.trace.Expression.Constant;
import handgrad.judge.trace.Expression.Difference;
import handgrad.judge.trace.Expression.Product;
import handgrad.judge.trace.Expression.Quotient;
import handgrad.judge.trace.Expression.Sum;
import handgrad.judge.trace.Expression.Symbol;
import handgrad.judge.trace.Line.Kind;
import handgrad.network.Activation;
import handgrad.network.Loss;
import java.util.List;

/** Where the backward pass begins: {@code delta = dL/dz} of the output layer. */
final class OutputDelta {
    private final Quantities q;
    private final int last;
    private final int nOut;
    private final Loss loss;
    private final double targets;

    OutputDelta(Quantities quantities) {
        this.q = quantities;
        this.last = quantities.last();
        this.nOut = quantities.nOut(last);
        this.loss = quantities.network().loss();
        this.targets = targetSum().value();
    }

    /** Whether {@code dL/dy} cancels against the slope of the output, so that no line has it. */
    static boolean cancels(Loss loss) {
        return loss == Loss.BINARY_CROSS_ENTROPY || loss == Loss.CROSS_ENTROPY;
    }

    private Sum targetSum() {
        return new Sum(each(nOut, q::target));
    }

    /** The rules, and for the cross-entropies why {@code dL/dy} does not appear. */
    List<String> notes() {
        String z = "dz^%d".formatted(last);
        return switch (loss) {
            case HALF_SQUARED_ERROR, MEAN_SQUARED_ERROR ->
                q.activation(last) == Activation.SOFTMAX
                        ? List.of(
                                "dL/%s[j] = sum_k dL/dy[k] * dy[k]/%s[j]; ".formatted(z, z)
                                        + Slopes.note(Activation.SOFTMAX, "y"),
                                "so delta^%d[j] = y[j] * (dL/dy[j] - c), with c = sum_k dL/dy[k] * y[k] the same for all j"
                                        .formatted(last))
                        : List.of("delta^%d[k] = dL/%s[k] = dL/dy[k] * dy[k]/%s[k]; ".formatted(last, z, z)
                                + Slopes.note(q.activation(last), "y[k]"));
            case BINARY_CROSS_ENTROPY ->
                List.of(
                        "delta^%d[k] = dL/dy[k] * dy[k]/%s[k] = (y[k] - t[k]) / (y[k] * (1 - y[k])) * y[k] * (1 - y[k]):"
                                .formatted(last, z),
                        "y[k] * (1 - y[k]) cancels; what is left, y[k] - t[k], stays right where y[k] has rounded to 0 or 1");
            case CROSS_ENTROPY ->
                List.of(
                        "delta^%d[j] = sum_k dL/dy[k] * dy[k]/%s[j] = sum_k -t[k] / y[k] * y[k] * ([k = j] - y[j]):"
                                .formatted(last, z),
                        "y[k] cancels; what is left, %s, stays right where y[k] has rounded to 0"
                                .formatted(
                                        targets == 1
                                                ? "y[j] - t[j] as the targets add up to 1"
                                                : "y[j] * sum_k t[k] - t[j]"));
        };
    }

    void run(Ledger ledger) {
        boolean cancelled = cancels(loss);
        if (!cancelled) {
            for (int k = 0; k < nOut; k++) {
                String name = q.outputDerivative(last, k).name();
                q.setOutputDerivative(last, k, ledger.add(Kind.OUTPUT_DERIVATIVE, last, k, lossSlope(k), name));
            }
        }
        Expression shared = new Constant(0);
        if (!cancelled && q.activation(last) == Activation.SOFTMAX) {
            var products = new Sum(each(nOut, k -> Product.of(q.outputDerivative(last, k), q.output(last, k))));
            shared = new Symbol("c", ledger.addRow(Kind.ROW, last, products, "c"));
        }
        for (int k = 0; k < nOut; k++) {
            String[] names = {q.delta(last, k).name(), "dL/d" + q.z(last, k).name()};
            q.setDelta(last, k, ledger.add(Kind.DELTA, last, k, delta(k, shared), names));
        }
    }

    private Expression error(int k) {
        return new Difference(q.output(last, k), q.target(k));
    }

    /** {@code dL/dy[k]} of the squared errors. */
    private Expression lossSlope(int k) {
        return loss == Loss.MEAN_SQUARED_ERROR
                ? new Quotient(Product.of(new Constant(2), error(k)), new Constant(nOut))
                : error(k);
    }

    private Expression delta(int k, Expression shared) {
        Symbol y = q.output(last, k);
        Symbol dy = q.outputDerivative(last, k);
        return switch (loss) {
            case BINARY_CROSS_ENTROPY -> error(k);
            case CROSS_ENTROPY -> targets == 1 ? error(k) : new Difference(Product.of(y, targetSum()), q.target(k));
            case HALF_SQUARED_ERROR, MEAN_SQUARED_ERROR ->
                q.activation(last) == Activation.SOFTMAX
                        ? Product.of(y, new Difference(dy, shared))
                        : Slopes.times(q.activation(last), dy, y, q.z(last, k));
        };
    }
}
