package handgrad.network.function.activation;

import com.google.auto.service.AutoService;
import handgrad.network.array.Stretches;
import handgrad.network.function.Activation;
import handgrad.network.function.Entrywise;
import handgrad.network.function.Loops;
import handgrad.network.function.Range;
import handgrad.network.number.Row;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationSoftPlus;

/**
 * {@code f(z) = ln(1 + e^z)}, {@code f'(z) = 1 / (1 + e^-z)}.
 */
@AutoService(Activation.class)
public record Softplus() implements Entrywise {
    @Override
    public Row of(Row z) {
        return z.softplus();
    }

    @Override
    public Row timesSlope(Row dA, Row z, Row a) {
        return dA.over(z.negative().exp().plus(1));
    }

    @Override
    public void of(double[] values, int n, Loops loops) {
        loops.exponential().softplus(values, values, n);
    }

    @Override
    public void timesSlope(double[] delta, double[] z, double[] a, int n, Loops loops) {
        loops.exponential().sigmoid(z, z, n);
        for (int i = 0; i < Stretches.roundedUp(n); i++) {
            delta[i] *= z[i];
        }
    }

    @Override
    public boolean slopeFromOutput() {
        return false;
    }

    @Override
    public Range range() {
        return new Range(0, Double.POSITIVE_INFINITY);
    }

    @Override
    public IActivation counterpart() {
        return IActivation.class.cast(new ActivationSoftPlus());
    }
}
