package handgrad.network.function.loss;

import com.google.auto.service.AutoService;
import handgrad.network.array.Stretches;
import handgrad.network.function.EntrywiseLoss;
import handgrad.network.function.Loops;
import handgrad.network.function.Loss;
import handgrad.network.number.Row;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.lossfunctions.ILossFunction;
import org.nd4j.linalg.lossfunctions.impl.LossL2;

/**
 * {@code sum_k (y_k - t_k)^2}, with {@code dL/dy = 2 (y - t)}.
 */
@AutoService(Loss.class)
public record SumSquaredError() implements EntrywiseLoss {
    @Override
    public Row of(Row z, Row y, Row t) {
        return y.minus(t).square();
    }

    @Override
    public Row slope(Row y, Row t) {
        return y.minus(t).times(2);
    }

    @Override
    public void terms(double[] y, double[] t, int n, Loops loops) {
        for (int i = 0; i < Stretches.roundedUp(n); i++) {
            double error = y[i] - t[i];
            y[i] = error * error;
        }
    }

    @Override
    public void slope(double[] y, double[] t, int n, int nOut) {
        for (int i = 0; i < Stretches.roundedUp(n); i++) {
            t[i] = 2 * (y[i] - t[i]);
        }
    }

    @Override
    public String computed() {
        return "sum (y - t)^2";
    }

    @Override
    public String counterpartName(DataType type) {
        return "LossL2";
    }

    @Override
    public ILossFunction counterpart(int nOut, DataType type) {
        return ILossFunction.class.cast(new LossL2());
    }
}
