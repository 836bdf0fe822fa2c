package handgrad.network.function.activation;

import com.google.auto.service.AutoService;
import handgrad.network.array.Stretches;
import handgrad.network.function.Activation;
import handgrad.network.function.Entrywise;
import handgrad.network.function.Loops;
import handgrad.network.function.Range;
import handgrad.network.number.Row;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationTanH;

/**
 * {@code f(z) = tanh(z)}, {@code f'(z) = 1 - a^2}.
 */
@AutoService(Activation.class)
public record Tanh() implements Entrywise {
    @Override
    public Row of(Row z) {
        return z.tanh();
    }

    @Override
    public Row timesSlope(Row dA, Row z, Row a) {
        return dA.times(a.square().from(1));
    }

    @Override
    public void of(double[] values, int n, Loops loops) {
        loops.exponential().tanh(values, values, n);
    }

    @Override
    public void timesSlope(double[] delta, double[] z, double[] a, int n, Loops loops) {
        for (int i = 0; i < Stretches.roundedUp(n); i++) {
            delta[i] *= 1 - a[i] * a[i];
        }
    }

    @Override
    public Range range() {
        return new Range(-1, 1);
    }

    @Override
    public IActivation counterpart() {
        return IActivation.class.cast(new ActivationTanH());
    }
}
