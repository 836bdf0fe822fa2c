package handgrad.testing;

import handgrad.network.function.Entrywise;
import handgrad.network.function.Loops;
import handgrad.network.function.Range;
import handgrad.network.number.Row;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationLReLU;

/** {@code f(z) = max(z, 0) - max(-z, 0) / 4}: a leaky relu that asks twice at its kink, for z and for -z. */
public record Bent() implements Entrywise {
    @Override
    public Row of(Row z) {
        return z.atLeast(0).minus(z.negative().atLeast(0).times(0.25));
    }

    @Override
    public Row timesSlope(Row dA, Row z, Row a) {
        return z.choose(dA, dA.times(0.25));
    }

    @Override
    public void of(double[] values, int n, Loops loops) {
        for (int i = 0; i < n; i++) {
            values[i] = Math.max(values[i], values[i] / 4);
        }
    }

    @Override
    public void timesSlope(double[] delta, double[] z, double[] a, int n, Loops loops) {
        for (int i = 0; i < n; i++) {
            delta[i] *= a[i] > 0 ? 1 : 0.25;
        }
    }

    @Override
    public Range range() {
        return Range.ALL;
    }

    @Override
    public IActivation counterpart() {
        return new ActivationLReLU(0.25);
    }
}
