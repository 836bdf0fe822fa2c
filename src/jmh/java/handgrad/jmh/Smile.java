package handgrad.jmh;

import handgrad.engine.Batch;
import handgrad.engine.Threads;
import handgrad.network.Network;
import handgrad.network.function.loss.BinaryCrossEntropy;
import handgrad.train.bench.Workload;
import java.util.stream.IntStream;
import org.nd4j.linalg.api.buffer.DataType;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;
import smile.base.mlp.Layer;
import smile.base.mlp.LayerBuilder;
import smile.base.mlp.OutputFunction;
import smile.classification.MLP;
import smile.math.TimeFunction;

/**
 * A peer in Java: Smile's multilayer perceptron, in double precision, the same network, loss, data and learning rate, from a
 * start of its own. {@code update} of a mini-batch goes forward and back with one sample after the other, by products of a
 * matrix and a vector, adds their gradients up, and makes one step with the mean. Its matrices are OpenBLAS's too. For squared
 * error its targets are 0.1 and 0.9, which costs the same as 0 and 1.
 */
public class Smile extends Step {
    @Param({"2-10-1/4", "64-128-10/32", "64-128-10/1437"})
    private String workload;

    /** Builds Smile's network and its data. */
    @Setup
    public void prepare() {
        Threads.use(Settings.THREADS);
        Workload same = Workload.named(workload, DataType.DOUBLE);
        Batch batch = same.batch();
        double[][] x = batch.x().toDoubleMatrix();
        int[] classes = classes(batch.y().toDoubleMatrix());
        var net = new MLP(same.network().nIn(), layers(same.network()));
        net.setLearningRate(TimeFunction.constant(Workload.LEARNING_RATE));
        prepare(() -> net.update(x, classes));
    }

    private static LayerBuilder[] layers(Network network) {
        LayerBuilder[] layers = new LayerBuilder[network.depth()];
        for (int l = 0; l < layers.length - 1; l++) {
            layers[l] = Layer.sigmoid(network.layer(l).nOut());
        }
        int outputs = network.nOut();
        layers[layers.length - 1] = network.loss() instanceof BinaryCrossEntropy
                ? Layer.mle(outputs, OutputFunction.SIGMOID)
                : Layer.mse(outputs, OutputFunction.SIGMOID);
        return layers;
    }

    /** The output that is to be 1; of a single one, what it is to be. */
    private static int[] classes(double[][] targets) {
        int outputs = targets[0].length;
        return IntStream.range(0, targets.length)
                .map(i -> outputs == 1
                        ? (int) targets[i][0]
                        : IntStream.range(0, outputs)
                                .filter(k -> targets[i][k] == 1)
                                .findFirst()
                                .orElseThrow())
                .toArray();
    }
}
