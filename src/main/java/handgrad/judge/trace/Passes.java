package handgrad.judge.trace;

import handgrad.judge.trace.Line.Kind;
import handgrad.network.Block;
import handgrad.network.Network;
import handgrad.network.Point;
import handgrad.network.function.Activation;
import handgrad.network.layer.Layer;
import handgrad.network.layer.Theta;
import handgrad.network.number.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/**
 * The forward pass, the loss, and the chain rule back along the graph, line by line: {@code z^l}, {@code a^l}; {@code L}; then
 * {@code dL/da^l}, {@code delta^l = dL/dz^l}, and what each parameter of the layer takes from it. The formulas are the layers',
 * functions' and losses' own.
 */
final class Passes {
    private final Network network;
    private final Names names;
    private final Quantities q;
    private final Ledger ledger;
    private final List<Theta<Row>> theta = new ArrayList<>();

    Passes(Point point, Quantities quantities, Ledger ledger) {
        this.network = point.network();
        this.names = new Names(network);
        this.q = quantities;
        this.ledger = ledger;
        for (int l = 0; l < network.depth(); l++) {
            var rows = new ArrayList<Row>();
            for (Block block : network.blocks(l)) {
                double[] values = point.values(block);
                rows.add(symbols(
                        l, values, k -> block.address(block.offset() + k).toString()));
            }
            theta.add(new Theta<>(network.layer(l).slots(), rows));
        }
    }

    private FormulaRow symbols(int l, double[] values, IntFunction<String> name) {
        return Names.symbols(values.length, name, k -> values[k], whole -> ledger.addAside(l, whole));
    }

    private FormulaRow input(int l) {
        return symbols(l, q.input(l), i -> names.input(l, i));
    }

    private FormulaRow z(int l) {
        return symbols(l, q.z()[l], j -> Names.z(l, j));
    }

    private FormulaRow output(int l) {
        return symbols(l, q.a()[l], j -> names.output(l, j));
    }

    private FormulaRow target() {
        return symbols(names.last(), q.t(), Names::target);
    }

    private FormulaRow delta(int l) {
        return symbols(l, q.delta()[l], j -> Names.delta(l, j));
    }

    /** Writes a line an entry. @return their values */
    private double[] write(Kind kind, int l, Row row, IntFunction<String[]> names) {
        var formulas = (FormulaRow) row;
        double[] values = new double[formulas.size()];
        for (int j = 0; j < values.length; j++) {
            values[j] = ledger.add(kind, l, j, formulas.entry(j), names.apply(j));
        }
        return values;
    }

    void forward() {
        for (int l = 0; l < network.depth(); l++) {
            int layer = l;
            Activation f = network.layer(l).activation();
            ledger.begin(Section.Pass.FORWARD, "forward, layer %d (%s)".formatted(l + 1, f.id()), Notes.forward(f));
            Row sums = network.layer(l).z(List.of(input(l)), theta.get(l)).get(0);
            q.z()[l] = write(Kind.WEIGHTED_SUM, l, sums, j -> new String[] {Names.z(layer, j)});
            q.a()[l] = write(Kind.ACTIVATION, l, f.of(z(l)), j ->
                    new String[] {names.output(layer, j), names.activation(layer, j)});
        }
    }

    /** The loss. @return its value */
    double loss() {
        int last = names.last();
        boolean saturated = Notes.losesDigits(network, q);
        String title = "loss (%s)".formatted(network.loss().id());
        ledger.begin(Section.Pass.LOSS, title, saturated ? List.of(Notes.FROM_Z) : List.of());
        FormulaRow stable = saturated
                        || network.loss().textbook(output(last), target()).isEmpty()
                ? (FormulaRow) network.loss().of(z(last), output(last), target())
                : (FormulaRow) network.loss().textbook(output(last), target()).orElseThrow();
        double[] terms = write(Kind.LOSS, last, stable, k -> new String[] {Names.lossTerm(k)});
        System.arraycopy(terms, 0, q.lossTerms(), 0, terms.length);
        var sum = new Expression.Sum(
                List.copyOf(symbols(last, terms, Names::lossTerm).entries()));
        return ledger.addRow(Kind.LOSS, last, sum, "L");
    }

    void backward() {
        for (int l = names.last(); l >= 0; l--) {
            ledger.begin(
                    Section.Pass.BACKWARD,
                    "backward, layer %d (%s)"
                            .formatted(l + 1, network.layer(l).activation().id()),
                    Notes.backward(network, l));
            if (l == names.last()) {
                outputDelta();
            } else {
                hiddenDelta(l);
            }
            parameters(l);
        }
    }

    private void outputDelta() {
        int last = names.last();
        Activation f = network.layer(last).activation();
        if (network.loss().cancels()) {
            writeDelta(last, network.loss().delta(f, z(last), output(last), target()));
            return;
        }
        writeOutputDerivative(last, network.loss().slope(output(last), target()));
    }

    private void hiddenDelta(int l) {
        Layer above = network.layer(l + 1);
        Row dA = above.below(List.of(input(l + 1)), theta.get(l + 1), List.of(delta(l + 1)))
                .get(0);
        writeOutputDerivative(l, dA);
    }

    private void writeOutputDerivative(int l, Row slopes) {
        q.dA()[l] = write(Kind.OUTPUT_DERIVATIVE, l, slopes, j -> new String[] {names.outputDerivative(l, j)});
        FormulaRow dA = symbols(l, q.dA()[l], j -> names.outputDerivative(l, j));
        writeDelta(l, network.layer(l).activation().timesSlope(dA, z(l), output(l)));
    }

    private void writeDelta(int l, Row delta) {
        q.delta()[l] = write(Kind.DELTA, l, delta, j -> new String[] {Names.delta(l, j), "dL/d" + Names.z(l, j)});
    }

    private void parameters(int l) {
        Theta<Row> parts = network.layer(l).gradient(List.of(input(l)), theta.get(l), List.of(delta(l)));
        for (Block block : network.blocks(l)) {
            var formulas = (FormulaRow) parts.get(block.slot().symbol());
            Kind kind = block.isWeight() ? Kind.WEIGHT : Kind.BIAS;
            for (int k = 0; k < formulas.size(); k++) {
                var address = block.address(block.offset() + k);
                String[] derivatives = ShortNames.derivative(network, address);
                q.gradient()[block.offset() + k] =
                        ledger.add(kind, l, address.column(), formulas.entry(k), derivatives);
            }
        }
    }
}
