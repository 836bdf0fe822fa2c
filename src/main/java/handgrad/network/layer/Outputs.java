package handgrad.network.layer;

import handgrad.network.array.Matrix;
import handgrad.network.function.Loops;

/** z and a of the output layer, both {@code [n, nOut]}: of them, and of a target, a loss is made. */
public record Outputs(Matrix z, Matrix a) {
    /** Overwrites these numbers with others'. */
    public void keep(Outputs others, Loops loops) {
        loops.copy(others.z, z);
        loops.copy(others.a, a);
    }
}
