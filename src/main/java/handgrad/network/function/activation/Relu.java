package handgrad.network.function.activation;

import com.google.auto.service.AutoService;
import handgrad.network.array.Stretches;
import handgrad.network.function.Activation;
import handgrad.network.function.Entrywise;
import handgrad.network.function.Loops;
import handgrad.network.function.Range;
import handgrad.network.number.Row;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationReLU;

/**
 * {@code f(z) = max(z, 0)}, {@code f'(z) = 1} above 0 and 0 elsewhere, at 0 too, where there is no derivative.
 */
@AutoService(Activation.class)
public record Relu() implements Entrywise {
    @Override
    public Row of(Row z) {
        return z.atLeast(0);
    }

    @Override
    public Row timesSlope(Row dA, Row z, Row a) {
        return z.choose(dA, z.constant(0));
    }

    @Override
    public void of(double[] values, int n, Loops loops) {
        for (int i = 0; i < Stretches.roundedUp(n); i++) {
            values[i] = Math.max(values[i], 0);
        }
    }

    @Override
    public void timesSlope(double[] delta, double[] z, double[] a, int n, Loops loops) {
        for (int i = 0; i < Stretches.roundedUp(n); i++) {
            delta[i] *= Math.signum(a[i]);
        }
    }

    @Override
    public Range range() {
        return new Range(0, Double.POSITIVE_INFINITY);
    }

    @Override
    public IActivation counterpart() {
        return IActivation.class.cast(new ActivationReLU());
    }
}
