package handgrad.judge.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A delta that the layer's gradient may have been made with.
 *
 * @param down what goes down
 */
record Delta(List<Cause> causes, double cost, double[][] value, double[][] slope, double[][] down) {
    Delta(List<Cause> causes, double cost, double[][] value, double[][] slope) {
        this(causes, cost, value, slope, value);
    }

    /** Its own gradient is made before the derivative is put on. */
    Delta early(int l) {
        var cause = new Cause(
                "derivative-missing-in-own-gradient",
                Step.DERIVATIVE,
                l,
                Optional.empty(),
                "the derivative is missing in the layer's own gradient, and is there in what goes down",
                "dL/dW%d and dL/db%d with dL/da%d in the place of delta%d".formatted(l + 1, l + 1, l + 1, l + 1),
                "dL/dW%d and dL/db%d with delta%d = dL/da%d * f'(z%d)".formatted(l + 1, l + 1, l + 1, l + 1, l + 1));
        var all = new ArrayList<>(causes);
        all.add(cause);
        return new Delta(all, cost + 1.5, slope, slope, value);
    }
}
