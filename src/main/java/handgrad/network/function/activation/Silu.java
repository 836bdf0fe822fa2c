package handgrad.network.function.activation;

import com.google.auto.service.AutoService;
import handgrad.network.array.Stretches;
import handgrad.network.function.Activation;
import handgrad.network.function.Entrywise;
import handgrad.network.function.Loops;
import handgrad.network.function.Range;
import handgrad.network.number.Row;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationSwish;

/**
 * {@code f(z) = z s} with {@code s = 1 / (1 + e^-z)}, {@code f'(z) = s + a (1 - s)}. S. Elfwing, E. Uchibe and K. Doya, Sigmoid-weighted
 * linear units for neural network function approximation in reinforcement learning, 2018; also known as swish.
 */
@AutoService(Activation.class)
public record Silu() implements Entrywise {
    @Override
    public Row of(Row z) {
        return z.over(z.negative().exp().plus(1));
    }

    @Override
    public Row timesSlope(Row dA, Row z, Row a) {
        Row s = z.constant(1).over(z.negative().exp().plus(1));
        return dA.times(s.plus(a.times(s.from(1))));
    }

    @Override
    public void of(double[] values, int n, Loops loops) {
        double[] s = loops.others();
        loops.exponential().sigmoid(values, s, n);
        for (int i = 0; i < Stretches.roundedUp(n); i++) {
            values[i] *= s[i];
        }
    }

    @Override
    public void timesSlope(double[] delta, double[] z, double[] a, int n, Loops loops) {
        loops.exponential().sigmoid(z, z, n);
        for (int i = 0; i < Stretches.roundedUp(n); i++) {
            delta[i] *= z[i] + a[i] * (1 - z[i]);
        }
    }

    @Override
    public boolean slopeFromOutput() {
        return false;
    }

    @Override
    public Range range() {
        return new Range(-0.27846454276107374, Double.POSITIVE_INFINITY);
    }

    @Override
    public IActivation counterpart() {
        return IActivation.class.cast(new ActivationSwish());
    }
}
