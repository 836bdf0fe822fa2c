package handgrad.judge.reading;

import static handgrad.judge.reading.Matrices.scaled;
import static handgrad.judge.reading.Matrices.with;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A softmax down the batch, {@code y_sk = e^z_sk / sum_s e^z_sk}, in the place of one over the outputs. */
final class BatchSoftmax {
    private final Scene scene;
    private final int l;

    BatchSoftmax(Scene scene) {
        this.scene = scene;
        this.l = scene.last;
    }

    /** The output's delta of such a program: the derivative of its loss, and {@code y - t}. */
    List<Form> forms() {
        if (scene.entrywise(l) || scene.n < 2 || !scene.network.loss().cancels()) {
            return List.of();
        }
        double[][] y = output();
        double[][] t = scene.t();
        double[] targets = Matrices.columnSums(t);
        double[][] whole = new double[scene.n][scene.nOut(l)];
        for (int s = 0; s < scene.n; s++) {
            for (int k = 0; k < targets.length; k++) {
                whole[s][k] = scene.factor * (y[s][k] * targets[k] - t[s][k]);
            }
        }
        double[][] difference = scaled(with(y, t, (output, target) -> output - target), scene.factor);
        return List.of(Form.wrong(cause(), 1.5, whole), Form.wrong(cause(), 1.5, difference));
    }

    private double[][] output() {
        return Matrices.transposed(Arrays.stream(Matrices.transposed(scene.z(l)))
                .map(BatchSoftmax::softmax)
                .toArray(double[][]::new));
    }

    private static double[] softmax(double[] z) {
        double largest = Arrays.stream(z).max().orElseThrow();
        double sum = 0;
        for (double entry : z) {
            sum += Math.exp(entry - largest);
        }
        double total = sum;
        return Arrays.stream(z).map(entry -> Math.exp(entry - largest) / total).toArray();
    }

    private Cause cause() {
        return new Cause(
                "softmax-over-the-batch",
                Step.FORWARD,
                l,
                Optional.empty(),
                "softmax is taken down the batch, over the samples, where it should be taken over the outputs",
                "y = exp(z) / sum over the samples of exp(z)",
                "y = exp(z) / sum over the outputs of exp(z)");
    }
}
