package handgrad.network.function.loss;

import com.google.auto.service.AutoService;
import handgrad.network.array.Stretches;
import handgrad.network.function.Activation;
import handgrad.network.function.EntrywiseLoss;
import handgrad.network.function.Loops;
import handgrad.network.function.Loss;
import handgrad.network.function.activation.Sigmoid;
import handgrad.network.number.Row;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.lossfunctions.ILossFunction;
import org.nd4j.linalg.lossfunctions.impl.LossBinaryXENT;

/**
 * {@code -sum_k [t_k ln y_k + (1 - t_k) ln(1 - y_k)]} of sigmoid outputs, computed from z so that it stays finite and right where y
 * has rounded to 0 or 1; {@code dL/dy = (y - t) / (y (1 - y))}, and y (1 - y) cancels in {@code dL/dz = y - t}.
 */
@AutoService(Loss.class)
public record BinaryCrossEntropy() implements EntrywiseLoss {
    @Override
    public Row of(Row z, Row y, Row t) {
        return t.times(z.negative().softplus()).plus(t.from(1).times(z.softplus()));
    }

    @Override
    public Optional<Row> textbook(Row y, Row t) {
        return Optional.of(
                t.times(y.log()).plus(t.from(1).times(y.from(1).log())).negative());
    }

    @Override
    public Row slope(Row y, Row t) {
        return y.minus(t).over(y.times(y.from(1)));
    }

    @Override
    public Row delta(Activation f, Row z, Row y, Row t) {
        return y.minus(t);
    }

    @Override
    public boolean cancels() {
        return true;
    }

    @Override
    public boolean accepts(Activation output) {
        return output instanceof Sigmoid;
    }

    /** {@code ln(1 + e^z) - z t}. */
    @Override
    public void terms(double[] z, double[] t, int n, Loops loops) {
        for (int i = 0; i < Stretches.roundedUp(n); i++) {
            t[i] *= z[i];
        }
        loops.exponential().softplus(z, z, n);
        for (int i = 0; i < Stretches.roundedUp(n); i++) {
            z[i] -= t[i];
        }
    }

    @Override
    public void slope(double[] y, double[] t, int n, int nOut) {
        for (int i = 0; i < Stretches.roundedUp(n); i++) {
            t[i] = y[i] - t[i];
        }
    }

    /** 0 or 1 for each output. */
    @Override
    public double[] target(Random random, int nOut) {
        return IntStream.range(0, nOut).mapToDouble(k -> random.nextInt(2)).toArray();
    }

    @Override
    public String computed() {
        return "from z, softplus";
    }

    @Override
    public String counterpartName(DataType type) {
        return "LossBinaryXENT, clipped at " + (type == DataType.FLOAT ? "6.0e-08" : "1.1e-16");
    }

    /**
     * {@code LossBinaryXENT} clips its outputs to {@code [c, 1 - c]}, by default with {@code c = 1e-5}, and so computes
     * another function wherever the network is surer than that. This is the smallest c for which {@code 1 - c} is
     * not 1; with none at all the gradient is NaN wherever an output has rounded to 0 or 1.
     */
    @Override
    public ILossFunction counterpart(int nOut, DataType type) {
        return ILossFunction.class.cast(
                new LossBinaryXENT((type == DataType.FLOAT ? Math.ulp(1f) : Math.ulp(1.0)) / 2));
    }
}
