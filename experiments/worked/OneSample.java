package worked;

import handgrad.engine.Batch;
import handgrad.input.data.Given;
import handgrad.input.data.Split;
import java.util.List;
import java.util.Optional;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;

/** What the experiments of this package share: one sample, and where a 2-2-2 network starts. */
final class OneSample {
    /** Neuron by neuron: the two weights of each hidden neuron, their biases, and the same for the outputs. */
    static final Given START =
            new Given(List.of(0.15, 0.20, 0.25, 0.30, 0.35, 0.35, 0.40, 0.45, 0.50, 0.55, 0.60, 0.60));

    private OneSample() {}

    /** 0.05 and 0.10, to become 0.01 and 0.99. */
    static Split split(DataType type) {
        var sample = new Batch(
                Nd4j.createFromArray(new double[][] {{0.05, 0.10}}),
                Nd4j.createFromArray(new double[][] {{0.01, 0.99}}));
        return new Split(sample.castTo(type), Optional.empty(), """
                x = np.array([[0.05, 0.10]])
                y = np.array([[0.01, 0.99]])
                x_test = y_test = None
                """);
    }
}
