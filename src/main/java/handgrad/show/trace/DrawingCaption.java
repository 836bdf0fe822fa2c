package handgrad.show.trace;

import handgrad.judge.trace.Graph.Kind;
import handgrad.judge.trace.Trace;
import java.util.ArrayList;
import java.util.List;

/** What a reader of a drawing is told about it. */
final class DrawingCaption {
    private DrawingCaption() {}

    /** A sentence each; only those that apply. */
    static List<String> of(Trace trace) {
        var sentences = new ArrayList<String>();
        int last = trace.network().depth() - 1;
        if (trace.graph().nodes().stream().anyMatch(node -> !node.chosen())) {
            sentences.add("Dashed: not asked for, but touched by what was.");
        }
        boolean outputs =
                trace.graph().nodes().stream().anyMatch(node -> node.kind() == Kind.NEURON && node.layer() == last);
        if (outputs && !trace.network().layer(last).activation().entrywise()) {
            sentences.add("Softmax takes the whole row: each y[k] also depends on every z%d[j], which is not drawn."
                    .formatted(last + 1));
        }
        boolean cancels = trace.graph().nodes().stream()
                .anyMatch(node -> node.kind() == Kind.NEURON
                        && node.quantities().get(1).derivative().isEmpty());
        if (cancels) {
            sentences.add("dL/dy[k] cancels against the slope of the output: dL/d%s is known without it."
                    .formatted("z%d[k]".formatted(last + 1)));
        }
        sentences.add("A number in the graph leads to the line that works it out.");
        return sentences.stream().map(MathText::of).toList();
    }
}
