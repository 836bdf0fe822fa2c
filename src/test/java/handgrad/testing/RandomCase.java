package handgrad.testing;

import handgrad.engine.Batch;
import handgrad.engine.Parameters;
import handgrad.network.Network;
import handgrad.network.Point;
import handgrad.network.Reduction;
import handgrad.network.Samples;
import handgrad.network.function.Activation;
import handgrad.network.function.Definitions;
import handgrad.network.function.Loss;
import handgrad.network.layer.Dense;
import handgrad.network.layer.Layer;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;

/** A random network of depth 1 to 5, a random point, and a random batch of 1 to 64 samples; the seed gives all of it. */
public record RandomCase(long seed, Parameters parameters, Batch batch) {
    private record Head(Loss loss, Activation activation) {}

    /** Every loss with every output activation that it is defined on. */
    private static final List<Head> HEADS = Definitions.all(Loss.class).stream()
            .flatMap(loss -> Definitions.all(Activation.class).stream()
                    .filter(loss::accepts)
                    .map(activation -> new Head(loss, activation)))
            .toList();

    private static final List<Activation> HIDDEN = Definitions.all(Activation.class).stream()
            .filter(Activation::entrywise)
            .toList();

    public static Stream<RandomCase> many(int count) {
        return LongStream.range(0, count).mapToObj(RandomCase::of);
    }

    /** The same with all weights and biases multiplied: small ones, large ones, and all zero. */
    public RandomCase scaled(double factor) {
        Parameters scaled = parameters.copy();
        scaled.vector().muli(factor);
        return new RandomCase(seed, scaled, batch);
    }

    /** Consecutive seeds go through the losses, output activations and reductions in turn. */
    public static RandomCase of(long seed) {
        var random = new Random(seed);
        Head head = HEADS.get((int) (seed % HEADS.size()));
        int depth = 1 + random.nextInt(5);
        var layers = new ArrayList<Layer>();
        int nIn = 1 + random.nextInt(8);
        for (int l = 0; l < depth; l++) {
            var hidden = HIDDEN.get(random.nextInt(HIDDEN.size()));
            boolean several = l == depth - 1 && (!head.activation.entrywise() || head.loss.fewestOutputs() > 1);
            int nOut = several ? 2 + random.nextInt(7) : 1 + random.nextInt(8);
            layers.add(new Dense(nIn, nOut, l == depth - 1 ? head.activation : hidden));
            nIn = nOut;
        }
        var network = new Network(layers, head.loss, random.nextBoolean() ? Reduction.MEAN : Reduction.SUM);
        double[] theta = random.doubles(network.size(), -1, 1).toArray();
        return new RandomCase(seed, Parameters.of(network, DataType.DOUBLE, theta), batch(network, random));
    }

    private static Batch batch(Network network, Random random) {
        int n = 1 + random.nextInt(64);
        double[][] x = new double[n][];
        double[][] t = new double[n][];
        for (int s = 0; s < n; s++) {
            x[s] = random.doubles(network.nIn(), -2, 2).toArray();
            t[s] = network.loss().target(random, network.nOut());
        }
        return new Batch(Nd4j.createFromArray(x), Nd4j.createFromArray(t));
    }

    /** The point in plain numbers. */
    public Point point() {
        return parameters.point();
    }

    /** The batch in plain numbers. */
    public Samples samples() {
        return batch.samples();
    }

    @Override
    public String toString() {
        Network network = parameters.network();
        return "seed %d: %s %s, %d samples"
                .formatted(seed, network.shape(), network.loss().id(), batch.n());
    }
}
