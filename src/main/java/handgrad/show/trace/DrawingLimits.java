package handgrad.show.trace;

import handgrad.judge.trace.Graph;
import handgrad.judge.trace.Selection;
import handgrad.judge.trace.Trace;
import handgrad.show.trace.Column.Slot;
import java.util.List;
import java.util.Optional;

/** How large a graph may be to be drawn: beyond, its edges are a thicket and its labels fill a wall. */
final class DrawingLimits {
    private static final int NODES = 12;
    private static final int WEIGHTS = 40;
    private static final int COLUMNS = 8;

    private DrawingLimits() {}

    /** Why the graph of a trace is not drawn, in a sentence or two; empty where it is. */
    static Optional<String> exceeded(Trace trace) {
        Selection selection = trace.selection();
        boolean narrowest = selection.layer().isPresent() && selection.neuron().isPresent();
        return exceeded(trace.graph()).map(reason -> "The graph is not drawn: it has %s. The sections below have %s"
                .formatted(reason, "all its numbers" + (narrowest ? "." : "; --layer and --neuron narrow it.")));
    }

    private static Optional<String> exceeded(Graph graph) {
        List<Column> columns = Column.of(graph);
        if (columns.size() > COLUMNS) {
            return said("%d columns".formatted(columns.size()), COLUMNS);
        }
        for (Column column : columns) {
            if (column.slots().size() > NODES) {
                return said("%d %s".formatted(column.slots().size(), things(column)), NODES);
            }
            if (column.weights() > WEIGHTS) {
                return said("%d weights that lead to %s".formatted(column.weights(), things(column)), WEIGHTS);
            }
        }
        return Optional.empty();
    }

    private static Optional<String> said(String found, int most) {
        return Optional.of("%s, and more than %d are no longer legible".formatted(found, most));
    }

    private static String things(Column column) {
        Slot first = column.slots().get(0);
        return switch (first.node().kind()) {
            case INPUT -> "inputs";
            case NEURON -> "neurons in layer " + (first.node().layer() + 1);
            case BIAS, TARGET, LOSS_TERM, LOSS -> "terms of the loss";
        };
    }
}
