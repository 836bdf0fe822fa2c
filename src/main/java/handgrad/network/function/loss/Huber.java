package handgrad.network.function.loss;

import com.google.auto.service.AutoService;
import handgrad.network.array.Stretches;
import handgrad.network.function.EntrywiseLoss;
import handgrad.network.function.Loops;
import handgrad.network.function.Loss;
import handgrad.network.number.Row;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.lossfunctions.ILossFunction;

/**
 * {@code sum_k h(y_k - t_k)} with {@code h(e) = 1/2 e^2} up to {@code |e| = threshold} and {@code threshold (|e| - threshold/2)} beyond:
 * {@code h(e) = c (e - c/2)} and {@code h'(e) = c}, where c is e clipped to {@code [-threshold, threshold]}. P. J. Huber, Robust
 * estimation of a location parameter, 1964.
 *
 * @param threshold above 0; 1 where nothing else is said
 */
@AutoService(Loss.class)
public record Huber(double threshold) implements EntrywiseLoss {
    /** @throws IllegalArgumentException if the threshold is no finite number above 0 */
    public Huber {
        if (!(threshold > 0 && Double.isFinite(threshold))) {
            throw new IllegalArgumentException("expected a threshold above 0, as in huber(1)");
        }
    }

    public Huber() {
        this(1);
    }

    private Row clipped(Row e) {
        return e.atLeast(-threshold).atMost(threshold);
    }

    @Override
    public Row of(Row z, Row y, Row t) {
        Row e = y.minus(t);
        Row c = clipped(e);
        return c.times(e.minus(c.over(2)));
    }

    @Override
    public Row slope(Row y, Row t) {
        return clipped(y.minus(t));
    }

    private double clipped(double e) {
        return Math.max(-threshold, Math.min(threshold, e));
    }

    @Override
    public void terms(double[] y, double[] t, int n, Loops loops) {
        for (int i = 0; i < Stretches.roundedUp(n); i++) {
            double e = y[i] - t[i];
            double c = clipped(e);
            y[i] = c * (e - c / 2);
        }
    }

    @Override
    public void slope(double[] y, double[] t, int n, int nOut) {
        for (int i = 0; i < Stretches.roundedUp(n); i++) {
            t[i] = clipped(y[i] - t[i]);
        }
    }

    @Override
    public String computed() {
        return "c (e - c/2), c is e = y - t clipped";
    }

    @Override
    public String counterpartName(DataType type) {
        return "SameDiff's derivative";
    }

    /** DL4J has none: SameDiff differentiates the definition. */
    @Override
    public ILossFunction counterpart(int nOut, DataType type) {
        return ILossFunction.class.cast(new InSameDiff(threshold, nOut));
    }

    /** {@code |e|} up to the threshold as a square, what is beyond as it is. */
    private static final class InSameDiff extends Differentiated {
        private static final long serialVersionUID = 1;

        private final double threshold;
        private final int nOut;

        InSameDiff(double threshold, int nOut) {
            this.threshold = threshold;
            this.nOut = nOut;
        }

        @Override
        public SDVariable defineLoss(SameDiff sd, SDVariable y, SDVariable t) {
            SDVariable size = sd.math.abs(y.sub(t));
            SDVariable near = sd.math.min(size, sd.constant(threshold).castTo(y.dataType()));
            SDVariable terms = near.mul(near).mul(0.5).add(size.sub(near).mul(threshold));
            // A sum over one column fails in SameDiff.
            return nOut == 1 ? terms : terms.sum(true, 1);
        }
    }
}
