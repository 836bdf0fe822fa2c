package handgrad.judge.trace;

import static handgrad.judge.trace.Quantities.each;

import handgrad.judge.trace.Expression.Product;
import handgrad.judge.trace.Expression.Sum;
import handgrad.judge.trace.Line.Kind;
import handgrad.network.Parameters;
import java.util.ArrayList;
import java.util.List;
import org.nd4j.linalg.api.buffer.DataType;

/**
 * The chain rule along the graph, from the loss to the first layer: {@code dL/da^l}, {@code delta^l = dL/dz^l}, then what
 * each weight and bias of the layer takes from it.
 */
final class BackwardPass {
    private final Quantities q;
    private final Ledger ledger;
    private final double[] gradient;

    BackwardPass(Quantities quantities, Ledger ledger) {
        this.q = quantities;
        this.ledger = ledger;
        this.gradient = new double[quantities.network().size()];
    }

    /** Follows the derivatives back. @return the gradient of the sample's own loss */
    Parameters run() {
        var output = new OutputDelta(q);
        for (int l = q.last(); l >= 0; l--) {
            var notes = new ArrayList<>(l == q.last() ? output.notes() : hiddenNotes(l));
            notes.add(weightNote(l));
            ledger.begin(
                    Section.Pass.BACKWARD,
                    "backward, layer %d (%s)".formatted(l, q.activation(l).id()),
                    notes);
            if (l == q.last()) {
                output.run(ledger);
            } else {
                throughWeights(l);
                timesSlope(l);
            }
            weights(l);
            biases(l);
        }
        return Parameters.of(q.network(), DataType.DOUBLE, gradient);
    }

    private List<String> hiddenNotes(int l) {
        int above = l + 1;
        return List.of(
                "dL/da^%d[j] = sum_k dL/dz^%d[k] * dz^%d[k]/da^%d[j], over every path to L, with dz^%d[k]/da^%d[j] = W^%d[j,k]"
                        .formatted(l, above, above, l, above, l, above),
                "delta^%d[j] = dL/dz^%d[j] = dL/da^%d[j] * da^%d[j]/dz^%d[j]; %s"
                        .formatted(l, l, l, l, l, Slopes.note(q.activation(l), "a^%d[j]".formatted(l))));
    }

    private String weightNote(int l) {
        String input = q.input(l, 0).name().replace("[0]", "[i]");
        return "dL/dW^%d[i,j] = dL/dz^%d[j] * dz^%d[j]/dW^%d[i,j], and dz^%d[j]/dW^%d[i,j] = %s; dz^%d[j]/db^%d[j] = 1"
                .formatted(l, l, l, l, l, l, input, l, l);
    }

    /** {@code dL/da^l[j] = sum_k delta^(l+1)[k] W^(l+1)[j,k]}. */
    private void throughWeights(int l) {
        for (int j = 0; j < q.nOut(l); j++) {
            int from = j;
            var paths = new Sum(each(q.nOut(l + 1), k -> Product.of(q.delta(l + 1, k), q.weight(l + 1, from, k))));
            String name = q.outputDerivative(l, j).name();
            q.setOutputDerivative(l, j, ledger.add(Kind.OUTPUT_DERIVATIVE, l, j, paths, name));
        }
    }

    private void timesSlope(int l) {
        for (int j = 0; j < q.nOut(l); j++) {
            var delta = Slopes.times(q.activation(l), q.outputDerivative(l, j), q.output(l, j), q.z(l, j));
            String[] names = {q.delta(l, j).name(), "dL/d" + q.z(l, j).name()};
            q.setDelta(l, j, ledger.add(Kind.DELTA, l, j, delta, names));
        }
    }

    private void weights(int l) {
        for (int j = 0; j < q.nOut(l); j++) {
            for (int i = 0; i < q.nIn(l); i++) {
                var product = Product.of(q.delta(l, j), q.input(l, i));
                String[] names = ShortNames.weightDerivative(q.network(), l, i, j);
                gradient[q.weightIndex(l, i, j)] = ledger.add(Kind.WEIGHT, l, j, product, names);
            }
        }
    }

    private void biases(int l) {
        for (int j = 0; j < q.nOut(l); j++) {
            String[] names = ShortNames.biasDerivative(q.network(), l, j);
            gradient[q.biasIndex(l, j)] = ledger.add(Kind.BIAS, l, j, q.delta(l, j), names);
        }
    }
}
