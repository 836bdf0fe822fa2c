package handgrad.diagnosis;

import handgrad.diagnosis.MatrixCase.Kind;
import handgrad.network.Activation;
import handgrad.network.Layer;
import handgrad.network.Loss;
import handgrad.network.Network;
import handgrad.network.Reduction;
import java.util.ArrayList;
import java.util.List;

/**
 * The cases of the matrix: every hidden activation with every loss, output activation and shape; batch size, reduction and
 * kind of point go round, so that each meets each of the others.
 */
final class Grid {
    private static final int[][] SHAPES = {
        {3, 5, 2}, {4, 4, 4}, {2, 10, 1}, {3, 4, 4, 4, 3}, {5, 8, 6, 7, 3}, {4, 3}, {1, 3, 1}, {3, 3, 3, 3}
    };

    private final List<MatrixCase> cases = new ArrayList<>();

    private Grid() {}

    static List<MatrixCase> cases() {
        var grid = new Grid();
        for (int[] shape : SHAPES) {
            for (Loss loss : Loss.values()) {
                for (Activation output : Activation.values()) {
                    boolean single = output == Activation.SOFTMAX && shape[shape.length - 1] == 1;
                    if (loss.accepts(output) && !single) {
                        grid.hidden(shape, loss, output);
                    }
                }
            }
        }
        return List.copyOf(grid.cases);
    }

    private void hidden(int[] shape, Loss loss, Activation output) {
        for (Activation hidden : Activation.values()) {
            if (hidden.hidden() && (shape.length > 2 || hidden == Activation.SIGMOID)) {
                add(shape, hidden, output, loss);
            }
        }
    }

    /** Two ordinary cases, and one of another kind. */
    private void add(int[] shape, Activation hidden, Activation output, Loss loss) {
        int turn = cases.size() / 3;
        int[] samples = {6, 2, shape[0] == shape[1] ? shape[0] : 5, 6, 1, 3};
        boolean crossEntropy = loss == Loss.BINARY_CROSS_ENTROPY || loss == Loss.CROSS_ENTROPY;
        Kind[] special = crossEntropy
                ? new Kind[] {Kind.SATURATED, Kind.SMALL, Kind.SATURATED, Kind.CLOSE}
                : new Kind[] {Kind.SMALL, Kind.CLOSE};
        add(shape, hidden, output, loss, Reduction.MEAN, samples[turn % 6], Kind.ORDINARY);
        add(shape, hidden, output, loss, Reduction.SUM, samples[(turn + 2 + turn / 6) % 6], Kind.ORDINARY);
        Reduction either = Reduction.values()[(turn / 2) % 2];
        add(shape, hidden, output, loss, either, samples[(turn + 3) % 6], special[turn % special.length]);
    }

    private void add(
            int[] shape, Activation hidden, Activation output, Loss loss, Reduction reduction, int n, Kind kind) {
        var layers = new ArrayList<Layer>();
        for (int l = 1; l < shape.length; l++) {
            layers.add(new Layer(shape[l - 1], shape[l], l == shape.length - 1 ? output : hidden));
        }
        var network = new Network(layers, loss, reduction);
        cases.add(MatrixCase.of(network, n, kind, 7919L * cases.size() + 17));
    }
}
