package sign;

import handgrad.engine.Batch;
import handgrad.input.data.Draw;
import handgrad.input.data.Split;
import handgrad.lab.Setup;
import handgrad.network.Network;
import handgrad.network.Reduction;
import handgrad.network.function.activation.Sigmoid;
import handgrad.network.function.loss.HalfSquaredError;
import handgrad.train.Settings;
import java.util.Optional;
import java.util.stream.IntStream;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;

/** What the experiments on sign(x) share: 1 where x is above 0, else 0. */
final class SignNetwork {
    static final int SAMPLES = 7;

    private SignNetwork() {}

    /** Sigmoid, half the squared error, biases that start at 0. */
    static Setup setup(Settings settings) {
        var network = Network.dense(
                1, settings.hidden(), 1, new Sigmoid(), new Sigmoid(), new HalfSquaredError(), Reduction.MEAN);
        return new Setup(network, split(settings.dataType()), Draw.NORMAL_WEIGHTS);
    }

    /** Learned from -3 to 3, tested on -10 to -4 and on 4 to 10. */
    private static Split split(DataType type) {
        Batch train = batch(IntStream.rangeClosed(-3, 3).toArray(), type);
        Batch test = batch(
                IntStream.concat(IntStream.rangeClosed(-10, -4), IntStream.rangeClosed(4, 10))
                        .toArray(),
                type);
        return new Split(train, Optional.of(test), """
                x = np.arange(-3., 4.).reshape(-1, 1)
                x_test = np.concatenate([np.arange(-10., -3.), np.arange(4., 11.)]).reshape(-1, 1)
                y, y_test = 1. * (x > 0), 1. * (x_test > 0)
                """);
    }

    private static Batch batch(int[] points, DataType type) {
        double[][] x = new double[points.length][];
        double[][] y = new double[points.length][];
        for (int i = 0; i < points.length; i++) {
            x[i] = new double[] {points[i]};
            y[i] = new double[] {points[i] > 0 ? 1 : 0};
        }
        return new Batch(Nd4j.createFromArray(x), Nd4j.createFromArray(y)).castTo(type);
    }
}
