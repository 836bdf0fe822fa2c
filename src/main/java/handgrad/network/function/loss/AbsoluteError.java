package handgrad.network.function.loss;

import com.google.auto.service.AutoService;
import handgrad.network.array.Stretches;
import handgrad.network.function.EntrywiseLoss;
import handgrad.network.function.Loops;
import handgrad.network.function.Loss;
import handgrad.network.number.Row;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.lossfunctions.ILossFunction;
import org.nd4j.linalg.lossfunctions.impl.LossL1;

/**
 * {@code sum_k |y_k - t_k|}, with {@code dL/dy} the sign of {@code y - t}; at 0, where there is no derivative, 0.
 */
@AutoService(Loss.class)
public record AbsoluteError() implements EntrywiseLoss {
    @Override
    public Row of(Row z, Row y, Row t) {
        return y.minus(t).abs();
    }

    @Override
    public Row slope(Row y, Row t) {
        return y.minus(t).sign();
    }

    @Override
    public void terms(double[] y, double[] t, int n, Loops loops) {
        for (int i = 0; i < Stretches.roundedUp(n); i++) {
            y[i] = Math.abs(y[i] - t[i]);
        }
    }

    @Override
    public void slope(double[] y, double[] t, int n, int nOut) {
        for (int i = 0; i < Stretches.roundedUp(n); i++) {
            t[i] = Math.signum(y[i] - t[i]);
        }
    }

    @Override
    public String computed() {
        return "sum |y - t|";
    }

    @Override
    public String counterpartName(DataType type) {
        return "LossL1";
    }

    @Override
    public ILossFunction counterpart(int nOut, DataType type) {
        return ILossFunction.class.cast(new LossL1());
    }
}
