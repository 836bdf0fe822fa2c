package handgrad.lab.program;

import handgrad.input.claim.Case;
import handgrad.judge.Judge;
import handgrad.network.Network;
import handgrad.network.Point;
import handgrad.network.Precision;
import handgrad.network.Samples;
import handgrad.network.function.Activation;
import handgrad.network.function.Definitions;
import handgrad.network.function.Loss;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Points that hide nothing: parameters, inputs and targets away from 0 and 1, no two alike, no output at its target, no function
 * at a kink, and, where that can be had, no entry of the gradient that is 0. All follow from a seed.
 */
final class Draw {
    /** A step of this size changes a weight by about as much as the weight. */
    private static final double RATE = 0.5;

    private static final int TRIES = 40;
    private static final double THOUSAND = 1000;
    private static final long NEXT = 1000;

    private Draw() {}

    /** A case of a network with {@code n} samples. */
    static Case of(Network network, int n, long seed) {
        Case best = draw(network, n, new Random(seed));
        double most = shown(best);
        for (int i = 1; i < TRIES && most < 1; i++) {
            Case other = draw(network, n, new Random(seed + NEXT * i));
            double more = shown(other);
            if (more > most) {
                best = other;
                most = more;
            }
        }
        return best;
    }

    private static Case draw(Network network, int n, Random random) {
        double[] theta = new double[network.size()];
        network.blocks().forEach(block -> {
            // Weighted sums of about 1, whatever the number of inputs.
            double most = block.isWeight() ? Math.min(1, Math.sqrt(5.0 / block.rows())) : 0.8;
            for (int i = block.offset(); i < block.end(); i++) {
                theta[i] = away(random, most);
            }
        });
        double[][] x = new double[n][];
        double[][] y = new double[n][];
        for (int s = 0; s < n; s++) {
            x[s] = IntStream.range(0, network.nIn())
                    .mapToDouble(i -> away(random, 1.8))
                    .toArray();
            y[s] = target(network, random);
        }
        return new Case(
                "%s-%s-%s-%s"
                        .formatted(
                                network.loss().id(),
                                network.outputLayer().activation().id(),
                                network.reduction().id(),
                                network.shape()),
                new Point(network, theta),
                new Samples(x, y),
                Optional.empty(),
                OptionalDouble.of(RATE));
    }

    /** Classes where the loss wants classes, else any numbers. */
    private static double[] target(Network network, Random random) {
        return anyNumbers(network.loss())
                ? IntStream.range(0, network.nOut())
                        .mapToDouble(k -> Math.abs(away(random, 0.9)))
                        .toArray()
                : network.loss().target(random, network.nOut());
    }

    /** Whether a loss measures how far numbers are apart, and not how likely classes are. */
    private static boolean anyNumbers(Loss loss) {
        return loss.fewestOutputs() == 1
                && Definitions.all(Activation.class).stream().allMatch(loss::accepts);
    }

    /** Three decimals, between a tenth of {@code most} and {@code most}, of either sign. */
    private static double away(Random random, double most) {
        double size = most * (0.1 + 0.9 * random.nextDouble());
        return Math.rint((random.nextBoolean() ? size : -size) * THOUSAND) / THOUSAND;
    }

    /** The share of the gradient's entries that are not 0; less than 0 at a kink. */
    private static double shown(Case given) {
        var judge = new Judge(given.parameters(), given.samples(), Precision.DOUBLE);
        double[] gradient = judge.oracle().values();
        if (judge.atKink() || !judge.oracle().isFinite()) {
            return -1;
        }
        return Arrays.stream(gradient).filter(entry -> entry != 0).count() / (double) gradient.length;
    }
}
