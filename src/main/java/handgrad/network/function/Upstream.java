package handgrad.network.function;

import handgrad.InputException;
import handgrad.network.number.Row;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.lossfunctions.ILossFunction;

/**
 * {@code sum_k g_k y_k}, with {@code dL/dy = g}: a gradient that comes from above, of a loss that nobody states. The g of each
 * sample stand in the place of its targets. Nobody names it, so it is not among the losses.
 */
public record Upstream() implements EntrywiseLoss {
    @Override
    public Row of(Row z, Row y, Row t) {
        return t.times(y);
    }

    @Override
    public Row slope(Row y, Row t) {
        return t;
    }

    @Override
    public void terms(double[] y, double[] t, int n, Loops loops) {
        for (int i = 0; i < n; i++) {
            y[i] *= t[i];
        }
    }

    /** They stand there already. */
    @Override
    public void slope(double[] y, double[] t, int n, int nOut) {}

    @Override
    public String computed() {
        return "sum of g y";
    }

    @Override
    public String counterpartName(DataType type) {
        return "none";
    }

    @Override
    public ILossFunction counterpart(int nOut, DataType type) {
        throw new InputException("it has no loss that is a gradient from above");
    }
}
