package handgrad.judge.accumulation;

import handgrad.judge.oracle.PlainLoss;
import handgrad.network.MicroBatches;
import handgrad.network.Point;
import handgrad.network.Reduction;
import handgrad.network.Samples;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A loss that was added up over micro-batches.
 *
 * @param losses of each micro-batch, the sum over its samples
 */
public record AccumulatedLoss(Reduction reduction, MicroBatches split, List<Double> losses) {
    /** Of the network of a point, with its reduction. */
    public static AccumulatedLoss of(Point theta, Samples samples, MicroBatches split) {
        Point summed = Given.summed(theta);
        List<Double> losses = split.of(samples).stream()
                .map(part -> PlainLoss.of(summed, part))
                .toList();
        return new AccumulatedLoss(theta.network().reduction(), split, losses);
    }

    /** How a wrong loss was added up, in words, where one known way gives it up to an error. */
    public Optional<String> explained(double claimed, double error) {
        List<String> words = Chosen.of(split.count()).stream()
                .flatMap(chosen -> Weighing.scales(reduction, chosen).stream()
                        .filter(scale -> Math.abs(sum(scale, chosen) - claimed) <= error)
                        .map(scale -> words(scale, chosen)))
                .toList();
        return words.size() == 1 ? Optional.of(words.get(0)) : Optional.empty();
    }

    private double sum(Scale scale, Chosen chosen) {
        double[] weights = Weighing.weights(scale, chosen, split);
        double sum = 0;
        for (int k = 0; k < weights.length; k++) {
            sum += weights[k] * losses.get(k);
        }
        return sum;
    }

    private static String words(Scale scale, Chosen chosen) {
        Stream<String> ofScale = scale.mistake().isPresent() ? Stream.of(scale.sentence()) : Stream.empty();
        Stream<String> ofChoice = chosen.all() ? Stream.empty() : Stream.of(chosen.sentence());
        return Stream.concat(ofChoice, ofScale).collect(Collectors.joining(", and "));
    }
}
