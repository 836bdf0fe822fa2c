package handgrad.testing;

import handgrad.network.function.Entrywise;
import handgrad.network.function.Loops;
import handgrad.network.function.Range;
import handgrad.network.number.Row;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationCube;

/** {@code f(z) = z^3}, {@code f'(z) = 3 z^2}: an activation that the program does not know of. */
public record Cubic() implements Entrywise {
    @Override
    public Row of(Row z) {
        return z.square().times(z);
    }

    @Override
    public Row timesSlope(Row dA, Row z, Row a) {
        return dA.times(z.square().times(3));
    }

    @Override
    public void of(double[] values, int n, Loops loops) {
        for (int i = 0; i < n; i++) {
            values[i] *= values[i] * values[i];
        }
    }

    @Override
    public void timesSlope(double[] delta, double[] z, double[] a, int n, Loops loops) {
        for (int i = 0; i < n; i++) {
            delta[i] *= 3 * z[i] * z[i];
        }
    }

    @Override
    public boolean slopeFromOutput() {
        return false;
    }

    @Override
    public Range range() {
        return Range.ALL;
    }

    @Override
    public IActivation counterpart() {
        return new ActivationCube();
    }
}
