package handgrad.network.function.activation;

import com.google.auto.service.AutoService;
import handgrad.network.array.ErrorFunction;
import handgrad.network.array.Stretches;
import handgrad.network.function.Activation;
import handgrad.network.function.Entrywise;
import handgrad.network.function.Loops;
import handgrad.network.function.Range;
import handgrad.network.number.Row;
import org.nd4j.linalg.activations.IActivation;

/**
 * {@code f(z) = z P(z)} with the normal distribution {@code P(z) = (1 + erf(z / sqrt 2)) / 2} and its density
 * {@code p(z) = e^(-z^2/2) / sqrt(2 pi)}, {@code f'(z) = P(z) + z p(z)}. D. Hendrycks and K. Gimpel, Gaussian error linear units,
 * 2016.
 */
@AutoService(Activation.class)
public record Gelu() implements Entrywise {
    private static final double ROOT_OF_HALF = Math.sqrt(0.5);
    private static final double DENSITY_AT_0 = 1 / Math.sqrt(2 * Math.PI);

    private static Row distribution(Row z) {
        return z.times(ROOT_OF_HALF).erf().plus(1).times(0.5);
    }

    @Override
    public Row of(Row z) {
        return z.times(distribution(z));
    }

    @Override
    public Row timesSlope(Row dA, Row z, Row a) {
        Row density = z.square().times(-0.5).exp().times(DENSITY_AT_0);
        return dA.times(distribution(z).plus(z.times(density)));
    }

    @Override
    public void of(double[] values, int n, Loops loops) {
        for (int i = 0; i < n; i++) {
            values[i] *= 0.5 * (1 + ErrorFunction.of(values[i] * ROOT_OF_HALF));
        }
    }

    @Override
    public void timesSlope(double[] delta, double[] z, double[] a, int n, Loops loops) {
        double[] density = loops.perRow();
        for (int i = 0; i < Stretches.roundedUp(n); i++) {
            density[i] = -0.5 * z[i] * z[i];
        }
        loops.exponential().exp(density, density, n);
        for (int i = 0; i < n; i++) {
            double distribution = 0.5 * (1 + ErrorFunction.of(z[i] * ROOT_OF_HALF));
            delta[i] *= distribution + z[i] * (density[i] * DENSITY_AT_0);
        }
    }

    @Override
    public boolean slopeFromOutput() {
        return false;
    }

    @Override
    public Range range() {
        return new Range(-0.16997120747990369, Double.POSITIVE_INFINITY);
    }

    /** {@code ActivationGELU} computes another function, near it. */
    @Override
    public IActivation counterpart() {
        return IActivation.class.cast(
                new Differentiated(name(), z -> z.mul(z.getSameDiff().math.erfc(z.mul(-ROOT_OF_HALF)))
                        .mul(0.5)));
    }
}
