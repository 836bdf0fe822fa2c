package handgrad.judge.reading;

import handgrad.judge.diagnosis.Diagnosis;
import handgrad.judge.diagnosis.Diagnostician;
import handgrad.network.Network;
import handgrad.network.Point;
import handgrad.network.Precision;
import handgrad.network.Reduction;
import handgrad.network.Samples;
import handgrad.network.function.Activation;
import handgrad.network.function.Definitions;
import handgrad.network.function.Loss;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.random.RandomGenerator;

/** A network at a random point, with random samples. */
record Problem(Point theta, Samples samples) {
    /** Functions that go together, a way to write a network. */
    record Kind(String hidden, String output, String loss) {}

    static Problem of(RandomGenerator random, Kind kind, int n, List<Integer> widths) {
        int last = widths.size() - 1;
        var network = Network.dense(
                widths.get(0),
                widths.subList(1, last),
                widths.get(last),
                activation(kind.hidden),
                activation(kind.output),
                Definitions.named(Loss.class, "loss", kind.loss),
                random.nextBoolean() ? Reduction.MEAN : Reduction.SUM);
        double[][] x = gaussians(random, n, network.nIn());
        double[][] y = kind.output.equals("softmax")
                ? oneHot(random, n, network.nOut())
                : gaussians(random, n, network.nOut());
        if (kind.output.equals("sigmoid")) {
            y = Matrices.mapped(y, t -> t > 0 ? 1 : 0);
        }
        double[] values = Matrices.scaled(gaussians(random, 1, network.size()), 0.7)[0];
        return new Problem(new Point(network, values), new Samples(x, y));
    }

    private static Activation activation(String name) {
        return Definitions.named(Activation.class, "activation", name);
    }

    private static double[][] gaussians(RandomGenerator random, int rows, int columns) {
        return Matrices.mapped(new double[rows][columns], zero -> random.nextGaussian());
    }

    private static double[][] oneHot(RandomGenerator random, int rows, int columns) {
        double[][] targets = new double[rows][columns];
        Arrays.stream(targets).forEach(row -> row[random.nextInt(columns)] = 1);
        return targets;
    }

    Network network() {
        return theta.network();
    }

    /** What is said of a wrong gradient. */
    Diagnosis diagnosed(double[] claim) {
        return new Diagnostician(theta, samples, OptionalDouble.empty(), Precision.DOUBLE)
                .diagnose(new Point(network(), claim));
    }
}
