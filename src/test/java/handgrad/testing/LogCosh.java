package handgrad.testing;

import handgrad.network.function.EntrywiseLoss;
import handgrad.network.function.Loops;
import handgrad.network.number.Row;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.memory.MemoryWorkspace;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.lossfunctions.ILossFunction;
import org.nd4j.linalg.lossfunctions.SameDiffLoss;

/**
 * {@code sum_k ln cosh(e)} of the errors {@code e = y - t}, as {@code ln(1 + e^(2e)) - e - ln 2}, with {@code dL/dy = tanh(e)}: a loss that the
 * program does not know of.
 */
public record LogCosh() implements EntrywiseLoss {
    private static final double LN_2 = Math.log(2);

    @Override
    public Row of(Row z, Row y, Row t) {
        Row e = y.minus(t);
        return e.times(2).softplus().minus(e).minus(LN_2);
    }

    @Override
    public Row slope(Row y, Row t) {
        return y.minus(t).tanh();
    }

    @Override
    public void terms(double[] y, double[] t, int n, Loops loops) {
        for (int i = 0; i < n; i++) {
            double size = Math.abs(y[i] - t[i]);
            y[i] = size + Math.log1p(Math.exp(-2 * size)) - LN_2;
        }
    }

    @Override
    public void slope(double[] y, double[] t, int n, int nOut) {
        for (int i = 0; i < n; i++) {
            t[i] = Math.tanh(y[i] - t[i]);
        }
    }

    @Override
    public String computed() {
        return "sum ln cosh(y - t)";
    }

    @Override
    public String counterpartName(DataType type) {
        return "SameDiff's derivative";
    }

    @Override
    public ILossFunction counterpart(int nOut, DataType type) {
        return new InSameDiff();
    }

    /** For two outputs or more. */
    private static final class InSameDiff extends SameDiffLoss {
        private static final long serialVersionUID = 1;

        @Override
        protected void createSameDiffInstance(DataType type) {
            try (MemoryWorkspace outside = Nd4j.getMemoryManager().scopeOutOfWorkspaces()) {
                super.createSameDiffInstance(type);
            }
        }

        @Override
        public SDVariable defineLoss(SameDiff sd, SDVariable y, SDVariable t) {
            SDVariable e = y.sub(t);
            return sd.nn.softplus(e.mul(2)).sub(e).sub(LN_2).sum(true, 1);
        }
    }
}
