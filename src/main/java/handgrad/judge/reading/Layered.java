package handgrad.judge.reading;

import java.util.ArrayList;
import java.util.List;

/**
 * A reading of the gradient from the output down to a layer: what is wrong so far, and what may go down from here.
 *
 * @param cost how unlikely all of it is
 * @param own the layer's delta, as its own gradient was made with
 * @param slope {@code dL/da} that it was made of
 * @param sent what else may go down in its place, such as a multiple of it
 */
record Layered(List<Cause> causes, double cost, double residual, double[][] own, double[][] slope, List<Form> sent) {
    static Layered start() {
        return new Layered(List.of(), 0, 0, null, null, List.of());
    }

    /** The causes with more. */
    List<Cause> and(List<Cause> ofDelta, List<Cause> ofBlocks) {
        var all = new ArrayList<>(causes);
        all.addAll(ofDelta);
        all.addAll(ofBlocks);
        return all;
    }

    /** Whether it goes on from here as another does, and blames the same steps. */
    boolean isAlike(Layered other) {
        return steps().equals(other.steps())
                && sent.size() == other.sent.size()
                && Fit.of(Matrices.flat(own), Matrices.flat(other.own), 1e-9, 0)
                        .filter(Fit::exact)
                        .isPresent();
    }

    private List<String> steps() {
        return causes.stream().map(cause -> cause.step().id() + cause.layer()).toList();
    }
}
