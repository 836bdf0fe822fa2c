package handgrad.network.layer;

import handgrad.network.array.Matrix;
import handgrad.network.array.Matrix.Factor;

/**
 * Where the gradient of one parameter goes: {@code into <- keep into + scale gradient}. It adds up a gradient over the parts of
 * a batch; or it is a step of plain descent, into theta itself, with 1 and {@code -eta}.
 */
public record Sink(Matrix into, double scale, double keep) {
    /** Takes {@code a^T delta}. */
    public void product(Matrix a, Matrix delta) {
        into.product(a, Factor.TRANSPOSED, delta, Factor.AS_IT_IS, scale, keep);
    }

    /** Takes {@code 1^T delta}, the sum over the samples. */
    public void columnSums(Matrix delta) {
        into.columnSums(delta, scale, keep);
    }
}
