package handgrad.show.page;

import handgrad.lab.result.Run;
import handgrad.network.Network;
import handgrad.network.function.Range;
import handgrad.train.Surface;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * What hidden neurons of the first engine answer over the plane of two inputs at the end of training, on one scale of colours.
 *
 * @param total how many hidden neurons there are
 * @param from the lower end of the scale
 * @param to its upper end
 */
record NeuronSurfaces(int total, double from, double to, List<Neuron> neurons) {
    /** @param layer from 1, as it is read */
    record Neuron(int layer, int index, List<Double> values) {}

    /** Null where there is no hidden layer. */
    static NeuronSurfaces of(Run run) {
        List<Surface.Neuron> shown = run.training().neurons();
        if (shown.isEmpty()) {
            return null;
        }
        Network network = run.network();
        double least = finite(network, shown, Range::least).min().orElse(0);
        double most = finite(network, shown, Range::most).max().orElse(0);
        // Where answers have both signs, 0 is in the middle of the scale.
        double bound = Math.max(-least, most);
        return new NeuronSurfaces(
                IntStream.range(0, network.depth() - 1)
                        .map(l -> network.layer(l).nOut())
                        .sum(),
                least < 0 ? -bound : least,
                least < 0 ? bound : most,
                shown.stream()
                        .map(neuron -> new Neuron(
                                neuron.layer() + 1,
                                neuron.index(),
                                neuron.heights().stream()
                                        .map(height -> Series.rounded(height, 6))
                                        .toList()))
                        .toList());
    }

    /** The ends of the activations' ranges; where they have none, the answers. */
    private static DoubleStream finite(Network network, List<Surface.Neuron> shown, ToDoubleFunction<Range> end) {
        return shown.stream()
                .flatMapToDouble(neuron -> {
                    double bound = end.applyAsDouble(
                            network.layer(neuron.layer()).activation().range());
                    return Double.isFinite(bound)
                            ? DoubleStream.of(bound)
                            : neuron.heights().stream().mapToDouble(Double::doubleValue);
                })
                .filter(Double::isFinite);
    }
}
