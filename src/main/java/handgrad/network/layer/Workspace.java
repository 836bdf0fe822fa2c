package handgrad.network.layer;

import handgrad.network.array.Matrix;
import handgrad.network.function.Loops;

/** What a pass works with: memory of the engine's kind, and loops over it. */
public interface Workspace {
    /** An array of its own, {@code [rows, columns]}. */
    Matrix allocate(int rows, int columns);

    Loops loops();
}
