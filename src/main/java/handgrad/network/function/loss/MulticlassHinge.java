package handgrad.network.function.loss;

import com.google.auto.service.AutoService;
import handgrad.network.array.Matrix;
import handgrad.network.array.Stretches;
import handgrad.network.array.Sums;
import handgrad.network.function.Activation;
import handgrad.network.function.Loops;
import handgrad.network.function.Loss;
import handgrad.network.number.Row;
import java.util.Arrays;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.lossfunctions.ILossFunction;

/**
 * {@code sum_k (1 - t_k) max(0, y_k - y_right + 1)} with {@code y_right = sum_k t_k y_k}: of the scores of a classifier, what each wrong
 * class lacks to be 1 below the right one. With {@code over_k = 1 - t_k} where that is above 0, else 0, {@code dL/dy = over - t sum_k over_k}.
 * J. Weston and C. Watkins, Support vector machines for multi-class pattern recognition, 1999.
 */
@AutoService(Loss.class)
public record MulticlassHinge() implements Loss {
    private static Row margin(Row y, Row t) {
        return y.minus(y.times(t).sum()).plus(1);
    }

    @Override
    public Row of(Row z, Row y, Row t) {
        return t.from(1).times(margin(y, t).atLeast(0));
    }

    @Override
    public Row slope(Row y, Row t) {
        Row over = margin(y, t).choose(t.from(1), t.constant(0));
        return over.minus(t.times(over.sum()));
    }

    @Override
    public int fewestOutputs() {
        return 2;
    }

    @Override
    public double sum(Matrix z, Matrix y, Matrix t, Loops loops) {
        double sum = 0;
        for (int row = 0; row < y.rows(); row += Stretches.LONGEST) {
            int count = Math.min(Stretches.LONGEST, y.rows() - row);
            findRight(y, t, row, count, loops);
            for (int from = row; from < y.size(); from += y.rows()) {
                loadMargin(y, t, from, count, loops);
                double[] margin = loops.values();
                for (int i = 0; i < count; i++) {
                    margin[i] = Math.max(margin[i], 0) * (1 - loops.others()[i]);
                }
                sum += Sums.of(margin, 0, count);
            }
        }
        return sum;
    }

    /** {@code perRow = y_right}. */
    private static void findRight(Matrix y, Matrix t, int row, int count, Loops loops) {
        double[] right = loops.perRow();
        Arrays.fill(right, 0, count, 0);
        for (int from = row; from < y.size(); from += y.rows()) {
            y.load(from, loops.values(), 0, count);
            t.load(from, loops.others(), 0, count);
            for (int i = 0; i < count; i++) {
                right[i] += loops.values()[i] * loops.others()[i];
            }
        }
    }

    /** {@code values = y_k - y_right + 1} and {@code others = t_k} for a stretch of a column. */
    private static void loadMargin(Matrix y, Matrix t, int from, int count, Loops loops) {
        y.load(from, loops.values(), 0, count);
        t.load(from, loops.others(), 0, count);
        for (int i = 0; i < count; i++) {
            loops.values()[i] = loops.values()[i] - loops.perRow()[i] + 1;
        }
    }

    @Override
    public void delta(Activation f, Matrix z, Matrix y, Matrix t, Matrix delta, Loops loops) {
        double[] sums = loops.sums();
        double[] over = loops.values();
        double[] target = loops.others();
        for (int row = 0; row < y.rows(); row += Stretches.LONGEST) {
            int count = Math.min(Stretches.LONGEST, y.rows() - row);
            findRight(y, t, row, count, loops);
            Arrays.fill(sums, 0, count, 0);
            for (int from = row; from < y.size(); from += y.rows()) {
                loadMargin(y, t, from, count, loops);
                for (int i = 0; i < count; i++) {
                    over[i] = over[i] > 0 ? 1 - target[i] : 0 * over[i];
                    sums[i] += over[i];
                }
                delta.store(from, over, 0, count);
            }
            for (int from = row; from < y.size(); from += y.rows()) {
                delta.load(from, over, 0, count);
                t.load(from, target, 0, count);
                for (int i = 0; i < count; i++) {
                    over[i] -= target[i] * sums[i];
                }
                delta.store(from, over, 0, count);
            }
        }
        f.timesSlope(delta, z, y, loops);
    }

    @Override
    public String computed() {
        return "sum max(0, y - y_right + 1)";
    }

    @Override
    public String counterpartName(DataType type) {
        return "SameDiff's derivative";
    }

    /** {@code LossHinge} is that of single outputs, each with a target of -1 or 1: SameDiff differentiates this one. */
    @Override
    public ILossFunction counterpart(int nOut, DataType type) {
        return ILossFunction.class.cast(new InSameDiff());
    }

    private static final class InSameDiff extends Differentiated {
        private static final long serialVersionUID = 1;

        @Override
        public SDVariable defineLoss(SameDiff sd, SDVariable y, SDVariable t) {
            SDVariable right = y.mul(t).sum(true, 1);
            SDVariable over = sd.nn.relu(y.sub(right).add(1), 0);
            return over.mul(t.rsub(1)).sum(true, 1);
        }
    }
}
