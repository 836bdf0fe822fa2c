package handgrad.network.function.activation;

import com.google.auto.service.AutoService;
import handgrad.network.array.Stretches;
import handgrad.network.function.Activation;
import handgrad.network.function.Entrywise;
import handgrad.network.function.Loops;
import handgrad.network.function.Range;
import handgrad.network.number.Row;
import org.nd4j.linalg.activations.IActivation;

/**
 * {@code f(z) = z (1 + h) / 2} with {@code h = tanh(u)} and {@code u = sqrt(2/pi) (z + 0.044715 z^3)}, near {@link Gelu};
 * {@code f'(z) = (1 + h) / 2 + z (1 - h^2) u' / 2} with {@code u' = sqrt(2/pi) (1 + 0.134145 z^2)}. D. Hendrycks and K. Gimpel,
 * Gaussian error linear units, 2016, section 2.
 */
@AutoService(Activation.class)
public record GeluTanh() implements Entrywise {
    private static final double ROOT = Math.sqrt(2 / Math.PI);
    private static final double CUBIC = 0.044715;

    private static Row h(Row z) {
        return z.square().times(CUBIC).plus(1).times(z).times(ROOT).tanh();
    }

    @Override
    public Row of(Row z) {
        return z.times(h(z).plus(1)).times(0.5);
    }

    @Override
    public Row timesSlope(Row dA, Row z, Row a) {
        Row h = h(z);
        Row du = z.square().times(3 * CUBIC).plus(1).times(ROOT);
        return dA.times(h.plus(1).plus(z.times(h.square().from(1)).times(du)).times(0.5));
    }

    @Override
    public void of(double[] values, int n, Loops loops) {
        double[] h = loops.others();
        h(values, h, n, loops);
        for (int i = 0; i < Stretches.roundedUp(n); i++) {
            values[i] *= 0.5 * (1 + h[i]);
        }
    }

    private static void h(double[] z, double[] h, int n, Loops loops) {
        for (int i = 0; i < Stretches.roundedUp(n); i++) {
            h[i] = ROOT * z[i] * (1 + CUBIC * z[i] * z[i]);
        }
        loops.exponential().tanh(h, h, n);
    }

    @Override
    public void timesSlope(double[] delta, double[] z, double[] a, int n, Loops loops) {
        double[] h = loops.perRow();
        h(z, h, n, loops);
        for (int i = 0; i < Stretches.roundedUp(n); i++) {
            double du = ROOT * (1 + 3 * CUBIC * z[i] * z[i]);
            delta[i] *= 0.5 * (1 + h[i] + z[i] * (1 - h[i] * h[i]) * du);
        }
    }

    @Override
    public boolean slopeFromOutput() {
        return false;
    }

    @Override
    public Range range() {
        return new Range(-0.17004075057125412, Double.POSITIVE_INFINITY);
    }

    /** {@code ActivationGELU} cubes the constant too; here {@code 1 + tanh(u)} is twice the sigmoid of 2u. */
    @Override
    public IActivation counterpart() {
        return IActivation.class.cast(new Differentiated(
                name(),
                z -> z.mul(z.getSameDiff()
                        .nn
                        .sigmoid(z.mul(z).mul(CUBIC).add(1).mul(z).mul(2 * ROOT)))));
    }
}
