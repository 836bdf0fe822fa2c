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
import org.nd4j.linalg.activations.impl.ActivationLReLU;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.transforms.gradient.LeakyReLUDerivative;
import org.nd4j.linalg.factory.Nd4j;

/**
 * {@code f(z) = z} above 0 and {@code slope z} elsewhere, {@code f'(z) = 1} or {@code slope}. A. L. Maas, A. Y. Hannun and A. Y. Ng,
 * Rectifier nonlinearities improve neural network acoustic models, 2013.
 *
 * @param slope at least 0; 0.01 where nothing else is said
 */
@AutoService(Activation.class)
public record LeakyRelu(double slope) implements Entrywise {
    /** @throws IllegalArgumentException if the slope is no finite number of at least 0 */
    public LeakyRelu {
        if (!(slope >= 0 && Double.isFinite(slope))) {
            throw new IllegalArgumentException("expected a slope of at least 0, as in leaky-relu(0.01)");
        }
    }

    public LeakyRelu() {
        this(0.01);
    }

    @Override
    public Row of(Row z) {
        return z.choose(z, z.times(slope));
    }

    @Override
    public Row timesSlope(Row dA, Row z, Row a) {
        return z.choose(dA, dA.times(slope));
    }

    @Override
    public void of(double[] values, int n, Loops loops) {
        for (int i = 0; i < Stretches.roundedUp(n); i++) {
            values[i] = values[i] > 0 ? values[i] : slope * values[i];
        }
    }

    @Override
    public void timesSlope(double[] delta, double[] z, double[] a, int n, Loops loops) {
        for (int i = 0; i < Stretches.roundedUp(n); i++) {
            delta[i] *= z[i] > 0 ? 1 : z[i] <= 0 ? slope : z[i];
        }
    }

    @Override
    public boolean slopeFromOutput() {
        return false;
    }

    @Override
    public Range range() {
        return slope > 0 ? Range.ALL : new Range(0, Double.POSITIVE_INFINITY);
    }

    @Override
    public IActivation counterpart() {
        return IActivation.class.cast(new InDouble(slope));
    }

    /** {@code ActivationLReLU} goes back with a slope that has been a float. */
    private static final class InDouble extends ActivationLReLU {
        private static final long serialVersionUID = 1;

        InDouble(double slope) {
            super(slope);
        }

        @Override
        public Pair<INDArray, INDArray> backprop(INDArray in, INDArray dA) {
            INDArray slopes = Nd4j.getExecutioner().exec(new LeakyReLUDerivative(in, getAlpha()));
            return new Pair<>(slopes.muli(dA), null);
        }
    }
}
