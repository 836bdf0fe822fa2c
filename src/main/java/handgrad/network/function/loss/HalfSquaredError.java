package handgrad.network.function.loss;

import com.google.auto.service.AutoService;
import handgrad.network.array.Stretches;
import handgrad.network.function.EntrywiseLoss;
import handgrad.network.function.Loops;
import handgrad.network.function.Loss;
import handgrad.network.number.Row;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.lossfunctions.ILossFunction;
import org.nd4j.linalg.lossfunctions.impl.LossL2;

/**
 * {@code 1/2 sum_k (y_k - t_k)^2}, with {@code dL/dy = y - t}.
 */
@AutoService(Loss.class)
public record HalfSquaredError() implements EntrywiseLoss {
    @Override
    public Row of(Row z, Row y, Row t) {
        return y.minus(t).square().over(2);
    }

    @Override
    public Row slope(Row y, Row t) {
        return y.minus(t);
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
        return 2;
    }

    @Override
    public void slope(double[] y, double[] t, int n, int nOut) {
        for (int i = 0; i < Stretches.roundedUp(n); i++) {
            t[i] = y[i] - t[i];
        }
    }

    @Override
    public String computed() {
        return "1/2 sum (y - t)^2";
    }

    @Override
    public String counterpartName(DataType type) {
        return "LossL2, weights 1/2";
    }

    /** {@code LossL2} has no 1/2 of its own: weights of 1/2 for each output put it in. */
    @Override
    public ILossFunction counterpart(int nOut, DataType type) {
        return ILossFunction.class.cast(new LossL2(Nd4j.valueArrayOf(new long[] {1, nOut}, 0.5, type)));
    }
}
