package handgrad.judge.trace;

import static handgrad.judge.trace.Quantities.each;

import handgrad.judge.trace.Expression.Call;
import handgrad.judge.trace.Expression.Constant;
import handgrad.judge.trace.Expression.Difference;
import handgrad.judge.trace.Expression.Negative;
import handgrad.judge.trace.Expression.Product;
import handgrad.judge.trace.Expression.Quotient;
import handgrad.judge.trace.Expression.Sum;
import handgrad.judge.trace.Expression.Symbol;
import handgrad.judge.trace.Line.Kind;
import handgrad.network.Activation;
import java.util.List;

/** {@code z^l = a^(l-1) W^l + b^l}, {@code a^l = f(z^l)}, node by node. */
final class ForwardPass {
    private final Quantities q;
    private final Ledger ledger;

    ForwardPass(Quantities quantities, Ledger ledger) {
        this.q = quantities;
        this.ledger = ledger;
    }

    /** Follows the sample through all layers. @return what softmax needed of the output layer's row */
    SoftmaxRow run() {
        SoftmaxRow row = SoftmaxRow.NONE;
        for (int l = 0; l <= q.last(); l++) {
            Activation activation = q.activation(l);
            String title = "forward, layer %d (%s)".formatted(l, activation.id());
            ledger.begin(Section.Pass.FORWARD, title, activation == Activation.SOFTMAX ? SoftmaxRow.NOTES : List.of());
            weightedSums(l);
            if (activation == Activation.SOFTMAX) {
                row = softmaxRow(l);
            }
            outputs(l, row);
        }
        return row;
    }

    private void weightedSums(int l) {
        for (int j = 0; j < q.nOut(l); j++) {
            int to = j;
            var products = each(q.nIn(l), i -> Product.of(q.input(l, i), q.weight(l, i, to)));
            var z = new Sum(List.of(new Sum(products), q.bias(l, j)));
            q.setZ(l, j, ledger.add(Kind.WEIGHTED_SUM, l, j, z, q.z(l, j).name()));
        }
    }

    private SoftmaxRow softmaxRow(int l) {
        var largest = new Call(Function.MAX, each(q.nOut(l), k -> q.z(l, k)));
        var m = new Symbol("m", ledger.addRow(Kind.ROW, l, largest, "m"));
        var sum = new Sum(each(q.nOut(l), k -> Call.of(Function.EXP, new Difference(q.z(l, k), m))));
        return new SoftmaxRow(m, new Symbol("s", ledger.addRow(Kind.ROW, l, sum, "s")));
    }

    private void outputs(int l, SoftmaxRow row) {
        for (int j = 0; j < q.nOut(l); j++) {
            String name = q.output(l, j).name();
            String function = activationOf(l, j);
            double value = ledger.add(Kind.ACTIVATION, l, j, activate(l, j, row), name, function);
            q.setOutput(l, j, value);
        }
    }

    /** {@code sigmoid(z^0[1])}, {@code softmax(z^1)[2]}. */
    private String activationOf(int l, int j) {
        Activation activation = q.activation(l);
        return activation == Activation.SOFTMAX
                ? "softmax(z^%d)[%d]".formatted(l, j)
                : "%s(%s)".formatted(activation.id(), q.z(l, j).name());
    }

    private Expression activate(int l, int j, SoftmaxRow row) {
        Symbol z = q.z(l, j);
        var one = new Constant(1);
        return switch (q.activation(l)) {
            case SIGMOID -> new Quotient(one, new Sum(List.of(one, Call.of(Function.EXP, new Negative(z)))));
            case TANH -> Call.of(Function.TANH, z);
            case RELU -> Call.of(Function.MAX, z, new Constant(0));
            case IDENTITY -> z;
            case SOFTMAX -> new Quotient(Call.of(Function.EXP, new Difference(z, row.m())), row.s());
        };
    }
}
