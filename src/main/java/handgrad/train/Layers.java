package handgrad.train;

import handgrad.engine.Engine;
import handgrad.engine.NativeMatrix;
import handgrad.engine.Parameters;
import handgrad.network.Block;
import handgrad.network.Network;
import handgrad.network.function.Activation;
import handgrad.network.function.Range;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Looks at the layers of an engine. */
final class Layers {
    private static final int BINS = 20;
    private static final double NEAR = 0.01;
    private static final double MOST = 0.95;
    /** Answers without a bound are shown up to here. */
    private static final double SHOWN = 4;

    private Layers() {}

    /**
     * One state a layer.
     *
     * @param activations {@code a^l [n, nOut]} of its layers
     * @param gradient at the engine's point
     * @param before where the last step began, if there was one
     */
    static List<LayerState> of(
            Engine engine, List<INDArray> activations, Parameters gradient, Optional<double[]> before) {
        Network network = engine.network();
        double[] slopes = gradient.toArray();
        double[] now = engine.parameters().toArray();
        return IntStream.range(0, network.depth())
                .mapToObj(l -> {
                    var neurons = new Neurons(network.layer(l).activation());
                    neurons.count(NativeMatrix.of(activations.get(l)));
                    var parameters = Stretch.of(network.blocks(l));
                    return new LayerState(
                            parameters.size(slopes),
                            before.map(old -> OptionalDouble.of(parameters.ratio(old, now)))
                                    .orElse(OptionalDouble.empty()),
                            before.map(old -> OptionalDouble.of(parameters.share(old, now)))
                                    .orElse(OptionalDouble.empty()),
                            neurons.dead,
                            neurons.saturated,
                            neurons.spread(),
                            neurons.histogram());
                })
                .toList();
    }

    /** Where the parameters of a layer lie. */
    private record Stretch(int begin, int end) {
        static Stretch of(List<Block> blocks) {
            return new Stretch(
                    blocks.get(0).offset(), blocks.get(blocks.size() - 1).end());
        }

        /** The root of the mean square. */
        double size(double[] values) {
            double squares = 0;
            for (int i = begin; i < end; i++) {
                squares += values[i] * values[i];
            }
            return Math.sqrt(squares / (end - begin));
        }

        /** The norm of the step over that of the parameters before it. */
        double ratio(double[] before, double[] after) {
            double steps = 0;
            double sizes = 0;
            for (int i = begin; i < end; i++) {
                double step = after[i] - before[i];
                steps += step * step;
                sizes += before[i] * before[i];
            }
            return Math.sqrt(steps / sizes);
        }

        /** The mean size of the entries of the step over that of the parameters before it. */
        double share(double[] before, double[] after) {
            double steps = 0;
            double sizes = 0;
            for (int i = begin; i < end; i++) {
                steps += Math.abs(after[i] - before[i]);
                sizes += Math.abs(before[i]);
            }
            return steps / sizes;
        }
    }

    /** Counts what the neurons of a layer answer. */
    private static final class Neurons {
        /** Within these an answer is not saturated. */
        private final double low;

        private final double high;
        private final double from;
        private final double to;
        private final double binsAUnit;
        private final int[] bins = new int[BINS];
        private int dead;
        private int saturated;
        private long answers;
        private double middle;
        private double sum;
        private double squares;

        Neurons(Activation f) {
            Range range = f.range();
            from = Math.max(range.least(), -SHOWN);
            to = Math.min(range.most(), SHOWN);
            binsAUnit = BINS / (to - from);
            boolean bounded = Double.isFinite(range.least()) && Double.isFinite(range.most()) && f.entrywise();
            low = bounded ? from + NEAR : Double.NEGATIVE_INFINITY;
            high = bounded ? to - NEAR : Double.POSITIVE_INFINITY;
        }

        void count(NativeMatrix a) {
            double[] ofOne = new double[a.rows()];
            for (int neuron = 0; neuron < a.columns(); neuron++) {
                a.load(neuron * a.rows(), ofOne, 0, ofOne.length);
                // Measured from an answer: answers that lie close together far from 0 would cancel.
                middle = neuron == 0 ? ofOne[0] : middle;
                count(ofOne);
            }
        }

        /** The answers of one neuron to all samples. */
        private void count(double[] ofOne) {
            int zeros = 0;
            int beyond = 0;
            answers += ofOne.length;
            for (double answer : ofOne) {
                double off = answer - middle;
                sum += off;
                squares += off * off;
                zeros += answer == 0 ? 1 : 0;
                beyond += answer < low || answer > high ? 1 : 0;
                // Rounded towards 0, which is the first bin, as is that of NaN; the run is lost anyway.
                int bin = (int) ((answer - from) * binsAUnit);
                bins[Math.max(0, Math.min(BINS - 1, bin))]++;
            }
            dead += zeros == ofOne.length ? 1 : 0;
            saturated += beyond >= MOST * ofOne.length ? 1 : 0;
        }

        double spread() {
            double mean = sum / answers;
            return Math.sqrt(Math.max(0, squares / answers - mean * mean));
        }

        LayerState.Histogram histogram() {
            return new LayerState.Histogram(
                    from, to, Arrays.stream(bins).boxed().toList());
        }
    }
}
