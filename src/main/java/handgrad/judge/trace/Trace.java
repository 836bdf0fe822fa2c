package handgrad.judge.trace;

import handgrad.network.Network;
import handgrad.network.Point;
import java.util.List;
import java.util.Optional;

/**
 * What backpropagation does with one sample, line by line.
 *
 * @param sections the lines that were asked for, from the first layer to the loss and back
 * @param loss of this sample alone, before any reduction
 * @param gradient of that loss, all of it
 * @param graph the nodes that were asked for and those that they touch
 */
public record Trace(
        Network network, Selection selection, List<Section> sections, double loss, Point gradient, Graph graph) {
    public Trace {
        sections = List.copyOf(sections);
    }

    /** All lines of a sample {@code x [nIn]} with its target {@code t [nOut]}. */
    public static Trace of(Point point, double[] x, double[] t) {
        return of(point, x, t, Selection.all());
    }

    /** The lines of a selection. */
    public static Trace of(Point point, double[] x, double[] t, Selection selection) {
        Network network = point.network();
        if (x.length != network.nIn() || t.length != network.nOut()) {
            throw new IllegalArgumentException(
                    "%d inputs and %d targets for %s".formatted(x.length, t.length, network.shape()));
        }
        var quantities = Quantities.room(network, x.clone(), t.clone());
        var ledger = new Ledger(selection);
        var passes = new Passes(point, quantities, ledger);
        passes.forward();
        double loss = passes.loss();
        passes.backward();
        var gradient = new Point(network, quantities.gradient());
        Graph graph = new GraphBuilder(point, quantities, selection, loss).build();
        return new Trace(network, selection, ledger.sections(), loss, gradient, graph);
    }

    /** The lines of all sections. */
    public List<Line> lines() {
        return sections.stream().flatMap(section -> section.lines().stream()).toList();
    }

    /** The line of a given name. */
    public Optional<Line> line(String name) {
        return lines().stream().filter(line -> line.names().contains(name)).findFirst();
    }
}
