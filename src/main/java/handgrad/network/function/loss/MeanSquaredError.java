package handgrad.network.function.loss;

import com.google.auto.service.AutoService;
import handgrad.network.array.Stretches;
import handgrad.network.function.EntrywiseLoss;
import handgrad.network.function.Loops;
import handgrad.network.function.Loss;
import handgrad.network.number.Row;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.lossfunctions.ILossFunction;
import org.nd4j.linalg.lossfunctions.impl.LossMSE;

/**
 * {@code 1/nOut sum_k (y_k - t_k)^2}, with {@code dL/dy = 2/nOut (y - t)}.
 */
@AutoService(Loss.class)
public record MeanSquaredError() implements EntrywiseLoss {
    @Override
    public Row of(Row z, Row y, Row t) {
        return y.minus(t).square().over(y.size());
    }

    @Override
    public Row slope(Row y, Row t) {
        return y.minus(t).times(2).over(y.size());
    }

    @Override
    public void terms(double[] y, double[] t, int n, Loops loops) {
        for (int i = 0; i < Stretches.roundedUp(n); i++) {
            double error = y[i] - t[i];
            y[i] = error * error;
        }
    }

    @Override
    public double divisor(int nOut) {
        return nOut;
    }

    @Override
    public void slope(double[] y, double[] t, int n, int nOut) {
        double factor = 2.0 / nOut;
        for (int i = 0; i < Stretches.roundedUp(n); i++) {
            t[i] = factor * (y[i] - t[i]);
        }
    }

    @Override
    public String computed() {
        return "mean of (y - t)^2";
    }

    @Override
    public String counterpartName(DataType type) {
        return "LossMSE";
    }

    @Override
    public ILossFunction counterpart(int nOut, DataType type) {
        return ILossFunction.class.cast(new LossMSE());
    }
}
