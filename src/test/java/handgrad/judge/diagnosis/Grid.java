package handgrad.judge.diagnosis;

import handgrad.judge.diagnosis.MatrixCase.Kind;
import handgrad.network.Network;
import handgrad.network.Reduction;
import handgrad.network.function.Activation;
import handgrad.network.function.Loss;
import handgrad.network.function.activation.Identity;
import handgrad.network.function.activation.Relu;
import handgrad.network.function.activation.Sigmoid;
import handgrad.network.function.activation.Softmax;
import handgrad.network.function.activation.Tanh;
import handgrad.network.function.loss.BinaryCrossEntropy;
import handgrad.network.function.loss.CrossEntropy;
import handgrad.network.function.loss.HalfSquaredError;
import handgrad.network.function.loss.MeanSquaredError;
import handgrad.network.layer.Dense;
import handgrad.network.layer.Layer;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * The cases of the matrix: the functions that textbooks begin with, every one in hidden layers with every loss, output
 * activation and shape; the size of the batch, the reduction and the kind of point are drawn.
 */
final class Grid {
    private static final int[][] SHAPES = {
        {3, 5, 2}, {4, 4, 4}, {2, 10, 1}, {3, 4, 4, 4, 3}, {5, 8, 6, 7, 3}, {4, 3}, {1, 3, 1}, {3, 3, 3, 3}
    };

    private static final List<Activation> ACTIVATIONS =
            List.of(new Sigmoid(), new Tanh(), new Relu(), new Identity(), new Softmax());
    private static final List<Loss> LOSSES =
            List.of(new HalfSquaredError(), new MeanSquaredError(), new BinaryCrossEntropy(), new CrossEntropy());

    private final List<MatrixCase> cases = new ArrayList<>();
    private final Random random = new Random(20);
    private int combinations;

    private Grid() {}

    static List<MatrixCase> cases() {
        var grid = new Grid();
        for (int[] shape : SHAPES) {
            for (Loss loss : LOSSES) {
                for (Activation output : ACTIVATIONS) {
                    boolean single = output instanceof Softmax && shape[shape.length - 1] == 1;
                    if (loss.accepts(output) && !single) {
                        grid.hidden(shape, loss, output);
                    }
                }
            }
        }
        return List.copyOf(grid.cases);
    }

    private void hidden(int[] shape, Loss loss, Activation output) {
        for (Activation hidden : ACTIVATIONS) {
            if (hidden.entrywise() && (shape.length > 2 || hidden instanceof Sigmoid)) {
                add(shape, hidden, output, loss);
            }
        }
    }

    /** An ordinary case, and every other time one of another kind. */
    private void add(int[] shape, Activation hidden, Activation output, Loss loss) {
        combinations++;
        add(shape, hidden, output, loss, Kind.ORDINARY);
        if (combinations % 2 == 0) {
            boolean crossEntropy = loss instanceof BinaryCrossEntropy || loss instanceof CrossEntropy;
            List<Kind> special = crossEntropy
                    ? List.of(Kind.SATURATED, Kind.SATURATED, Kind.SMALL, Kind.CLOSE)
                    : List.of(Kind.SMALL, Kind.CLOSE);
            add(shape, hidden, output, loss, special.get(random.nextInt(special.size())));
        }
    }

    /** The size of the batch is drawn, at times that of a square layer, and whether the loss is a mean. */
    private void add(int[] shape, Activation hidden, Activation output, Loss loss, Kind kind) {
        int[] samples = {1, 2, 3, 5, 6, shape[0] == shape[1] ? shape[0] : 6};
        Reduction reduction = random.nextBoolean() ? Reduction.MEAN : Reduction.SUM;
        add(shape, hidden, output, loss, reduction, samples[random.nextInt(samples.length)], kind);
    }

    private void add(
            int[] shape, Activation hidden, Activation output, Loss loss, Reduction reduction, int n, Kind kind) {
        var layers = new ArrayList<Layer>();
        for (int l = 1; l < shape.length; l++) {
            layers.add(new Dense(shape[l - 1], shape[l], l == shape.length - 1 ? output : hidden));
        }
        var network = new Network(layers, loss, reduction);
        cases.add(MatrixCase.of(network, n, kind, 7919L * cases.size() + 17));
    }
}
