package handgrad.network.function.activation;

import com.google.auto.service.AutoService;
import handgrad.network.function.Activation;
import handgrad.network.function.Entrywise;
import handgrad.network.function.Loops;
import handgrad.network.function.Range;
import handgrad.network.number.Row;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationIdentity;

/**
 * {@code f(z) = z}, {@code f'(z) = 1}.
 */
@AutoService(Activation.class)
public record Identity() implements Entrywise {
    @Override
    public Row of(Row z) {
        return z;
    }

    @Override
    public Row timesSlope(Row dA, Row z, Row a) {
        return dA;
    }

    @Override
    public void of(double[] values, int n, Loops loops) {
        // a is z.
    }

    @Override
    public void timesSlope(double[] delta, double[] z, double[] a, int n, Loops loops) {
        // dL/dz is dL/da.
    }

    @Override
    public Range range() {
        return Range.ALL;
    }

    @Override
    public IActivation counterpart() {
        return IActivation.class.cast(new ActivationIdentity());
    }
}
