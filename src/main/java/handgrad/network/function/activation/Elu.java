package handgrad.network.function.activation;

import com.google.auto.service.AutoService;
import handgrad.network.array.Stretches;
import handgrad.network.function.Activation;
import handgrad.network.function.Entrywise;
import handgrad.network.function.Loops;
import handgrad.network.function.Range;
import handgrad.network.number.Row;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationELU;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.transforms.gradient.EluBp;
import org.nd4j.linalg.factory.Nd4j;

/**
 * {@code f(z) = z} above 0 and {@code alpha (e^z - 1)} elsewhere, {@code f'(z) = 1} or {@code alpha e^z = a + alpha}. D.-A. Clevert, T. Unterthiner
 * and S. Hochreiter, Fast and accurate deep network learning by exponential linear units, 2016.
 *
 * @param alpha above 0; 1 where nothing else is said
 */
@AutoService(Activation.class)
public record Elu(double alpha) implements Entrywise {
    /** @throws IllegalArgumentException if alpha is no finite number above 0 */
    public Elu {
        if (!(alpha > 0 && Double.isFinite(alpha))) {
            throw new IllegalArgumentException("expected an alpha above 0, as in elu(1)");
        }
    }

    public Elu() {
        this(1);
    }

    @Override
    public Row of(Row z) {
        return z.choose(z, z.atMost(0).exp().minus(1).times(alpha));
    }

    @Override
    public Row timesSlope(Row dA, Row z, Row a) {
        return z.choose(dA, dA.times(a.plus(alpha)));
    }

    @Override
    public void of(double[] values, int n, Loops loops) {
        double[] power = loops.others();
        for (int i = 0; i < Stretches.roundedUp(n); i++) {
            power[i] = Math.min(values[i], 0);
        }
        loops.exponential().exp(power, power, n);
        for (int i = 0; i < Stretches.roundedUp(n); i++) {
            values[i] = values[i] > 0 ? values[i] : alpha * (power[i] - 1);
        }
    }

    @Override
    public void timesSlope(double[] delta, double[] z, double[] a, int n, Loops loops) {
        for (int i = 0; i < Stretches.roundedUp(n); i++) {
            delta[i] *= z[i] > 0 ? 1 : a[i] + alpha;
        }
    }

    @Override
    public boolean slopeFromOutput() {
        return false;
    }

    @Override
    public Range range() {
        return new Range(-alpha, Double.POSITIVE_INFINITY);
    }

    @Override
    public IActivation counterpart() {
        return IActivation.class.cast(new WithAlpha(alpha));
    }

    /** {@code ActivationELU} forgets alpha on the way back. */
    private static final class WithAlpha extends ActivationELU {
        private static final long serialVersionUID = 1;

        WithAlpha(double alpha) {
            super(alpha);
        }

        @Override
        public Pair<INDArray, INDArray> backprop(INDArray in, INDArray dA) {
            return new Pair<>(Nd4j.exec(new EluBp(in, dA, in, getAlpha()))[0], null);
        }
    }
}
