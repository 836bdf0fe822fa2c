package handgrad.diagnosis;

import handgrad.network.Activation;
import handgrad.network.Block;
import handgrad.network.Loss;
import handgrad.network.Network;
import handgrad.network.Reduction;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The faults that can be made in a network: each mistake, in each layer and in all, in each of its forms. */
final class Catalogue {
    /** DL4J's default, Keras's, others that are found in programs, and the smallest that there can be. */
    private static final double[] CLIPS = {1e-5, 1e-7, 1e-8, 1e-10, 1e-12, 1e-15, Math.ulp(1.0) / 2};

    private final Network network;
    private final List<Block> blocks;
    private final int samples;
    private final OptionalDouble learningRate;
    private final int last;

    /**
     * @param samples of the batch: some faults are only made where it has the size of a layer
     * @param learningRate of stale weights; where it is not known it is fitted
     */
    Catalogue(Network network, int samples, OptionalDouble learningRate) {
        this.network = network;
        this.samples = samples;
        this.last = network.depth() - 1;
        this.blocks = network.blocks();
        this.learningRate = learningRate;
    }

    /** All faults, in the order of likelihood. */
    List<Fault> faults() {
        var faults = new ArrayList<Fault>();
        for (Mistake mistake : Mistake.values()) {
            faults.addAll(faults(mistake));
        }
        return faults;
    }

    /** Whether the strength of a fault is unknown and enters the gradient linearly, so that it can be fitted. */
    boolean fitted(Fault fault) {
        return switch (fault.mistake()) {
            case WRONG_SCALE, WEIGHT_DECAY_ADDED -> true;
            case STALE_WEIGHTS -> learningRate.isEmpty();
            default -> false;
        };
    }

    private List<Fault> faults(Mistake mistake) {
        return switch (mistake) {
            case SUM_INSTEAD_OF_MEAN -> network.reduction() == Reduction.MEAN ? reductions(mistake) : List.of();
            case MEAN_INSTEAD_OF_SUM -> network.reduction() == Reduction.SUM ? reductions(mistake) : List.of();
            case BIAS_GRADIENT_SUMMED -> network.reduction() == Reduction.MEAN ? everyWay(mistake, 0, last) : List.of();
            case SIGN_FLIPPED,
                    FACTOR_TWO,
                    FACTOR_HALF,
                    DIVIDED_BY_OUTPUTS,
                    LAYER_GRADIENT_MISSING,
                    BIAS_GRADIENT_MISSING,
                    BIAS_GRADIENT_AVERAGED,
                    ACTIVATION_DERIVATIVE_TWICE,
                    WRONG_SCALE -> everyWay(mistake, 0, last);
            case MISSING_ACTIVATION_DERIVATIVE, DERIVATIVE_AT_ACTIVATION, DERIVATIVE_AT_PRE_ACTIVATION ->
                crossEntropy() && last > 1
                        ? with(
                                everyWay(mistake, 0, last),
                                Fault.everywhere(mistake).form(1))
                        : everyWay(mistake, 0, last);
            case WEIGHT_DECAY_ADDED ->
                with(everyWay(mistake, 0, last), Fault.everywhere(mistake).form(1));
            case PRE_ACTIVATION_AS_INPUT -> everyWay(mistake, 1, last);
            case WEIGHTS_MISSING -> with(everyWay(mistake, 0, last - 1), belowSquares(mistake, 1));
            case STALE_WEIGHTS ->
                everyWay(mistake, 0, last - 1).stream()
                        .map(fault -> fault.strength(learningRate.orElse(1)))
                        .toList();
            case LAST_SAMPLE_ONLY, FIRST_SAMPLE_ONLY ->
                with(
                        forms(Fault.everywhere(mistake), 2),
                        layers(mistake, 0, last).toArray(Fault[]::new));
            case STALE_ACTIVATIONS ->
                with(
                        forms(Fault.everywhere(mistake), StaleActivations.IN_GRADIENT),
                        inForm(everyWay(mistake, 1, last), StaleActivations.IN_GRADIENT));
            case TRANSPOSED_WEIGHTS -> transposed();
            case ELEMENTWISE_PRODUCT -> elementwise();
            case OUTPUT_DELTA_OF_OTHER_LOSS -> outputDelta();
            case SAME_UPDATE_IN_EVERY_LAYER -> sameUpdate();
            case LAYER_SWAPPED -> swapped();
            case LOSS_CLIPPED -> crossEntropy() ? clipped() : List.of();
            case SOFTMAX_DIAGONAL -> softmax() ? List.of(Fault.in(last, mistake)) : List.of();
        };
    }

    private boolean crossEntropy() {
        return network.loss() == Loss.BINARY_CROSS_ENTROPY || network.loss() == Loss.CROSS_ENTROPY;
    }

    private boolean sigmoid() {
        return network.outputLayer().activation() == Activation.SIGMOID;
    }

    private boolean softmax() {
        return network.outputLayer().activation() == Activation.SOFTMAX;
    }

    private static List<Fault> with(List<Fault> faults, Fault... others) {
        return Stream.concat(faults.stream(), Stream.of(others)).toList();
    }

    private static List<Fault> forms(Fault fault, int count) {
        return IntStream.range(0, count).mapToObj(fault::form).toList();
    }

    private static Fault[] inForm(List<Fault> faults, int form) {
        return faults.stream().map(fault -> fault.form(form)).toArray(Fault[]::new);
    }

    private static Stream<Fault> layers(Mistake mistake, int from, int to) {
        return IntStream.rangeClosed(from, to).mapToObj(l -> Fault.in(l, mistake));
    }

    /** In each layer from one to another alone, and in all at once; in a network of one layer only the latter. */
    private List<Fault> everyWay(Mistake mistake, int from, int to) {
        if (network.depth() == 1) {
            return from == 0 && to == 0 ? List.of(Fault.everywhere(mistake)) : List.of();
        }
        var alone = layers(mistake, from, to).toList();
        return alone.size() > 1 ? with(alone, Fault.everywhere(mistake)) : alone;
    }

    /** Of everything, and of the weights only. */
    private List<Fault> reductions(Mistake mistake) {
        return with(everyWay(mistake, 0, last), Fault.everywhere(mistake).form(1));
    }

    private List<Fault> outputDelta() {
        var forms =
                switch (network.loss()) {
                    case HALF_SQUARED_ERROR -> IntStream.of(FaultyOutput.MEAN_SQUARED);
                    case MEAN_SQUARED_ERROR -> IntStream.of(FaultyOutput.HALF_SQUARED);
                    case BINARY_CROSS_ENTROPY ->
                        IntStream.of(
                                FaultyOutput.HALF_SQUARED, FaultyOutput.MEAN_SQUARED, FaultyOutput.OTHER_CROSS_ENTROPY);
                    case CROSS_ENTROPY ->
                        IntStream.rangeClosed(FaultyOutput.HALF_SQUARED, FaultyOutput.OTHER_CROSS_ENTROPY);
                };
        // Of other outputs y - t is no loss's delta: their derivative is missing.
        boolean cancels = !crossEntropy() && (sigmoid() || softmax());
        return IntStream.concat(cancels ? IntStream.of(FaultyOutput.DIFFERENCE) : IntStream.empty(), forms)
                .mapToObj(Fault.in(last, Mistake.OUTPUT_DELTA_OF_OTHER_LOSS)::form)
                .toList();
    }

    private List<Fault> transposed() {
        var whole = everyWay(Mistake.TRANSPOSED_WEIGHTS, 0, last);
        boolean oblong = IntStream.rangeClosed(0, last).anyMatch(l -> !square(l));
        var faults = oblong ? with(whole, inForm(whole, 2)) : whole;
        return with(faults, belowSquares(Mistake.TRANSPOSED_WEIGHTS, 1));
    }

    /** What goes wrong on the way down through a square matrix: named by the layer below, which comes out wrong. */
    private Fault[] belowSquares(Mistake mistake, int form) {
        return squares(mistake, form, IntStream.rangeClosed(1, last), -1);
    }

    private Fault[] squares(Mistake mistake, int form, IntStream layers, int shift) {
        var faults = layers.filter(this::square)
                .mapToObj(l -> Fault.in(l + shift, mistake).form(form))
                .toList();
        return (faults.size() > 1 ? with(faults, Fault.everywhere(mistake).form(form)) : faults).toArray(Fault[]::new);
    }

    private List<Fault> elementwise() {
        var faults = new ArrayList<Fault>();
        for (int form = 0; form <= FaultyProducts.FORWARD; form++) {
            boolean down = form == FaultyProducts.DOWN_DIAGONAL
                    || form == FaultyProducts.DOWN_TRANSPOSED
                    || form == FaultyProducts.DOWN;
            int wanted = form;
            IntStream layers = IntStream.rangeClosed(down ? 1 : 0, last)
                    .filter(l ->
                            wanted < FaultyProducts.GRADIENT || network.layer(l).nIn() == samples);
            faults.addAll(List.of(squares(Mistake.ELEMENTWISE_PRODUCT, form, layers, down ? -1 : 0)));
        }
        return faults;
    }

    private boolean square(int l) {
        return network.layer(l).nIn() == network.layer(l).nOut()
                && network.layer(l).nIn() > 1;
    }

    private boolean asMany(int one, int two) {
        return one != two && blocks.get(2 * one).size() == blocks.get(2 * two).size();
    }

    /** One layer's gradient given to another with as many weights, or to all of them; strength 2: the bias's too. */
    private List<Fault> sameUpdate() {
        var faults = new ArrayList<Fault>();
        for (int from = last; from >= 0; from--) {
            int source = from;
            var targets = IntStream.rangeClosed(0, last)
                    .filter(to -> asMany(source, to))
                    .mapToObj(to -> Fault.in(to, Mistake.SAME_UPDATE_IN_EVERY_LAYER))
                    .toList();
            var everywhere = Fault.everywhere(Mistake.SAME_UPDATE_IN_EVERY_LAYER);
            for (Fault fault : network.depth() > 2 && !targets.isEmpty() ? with(targets, everywhere) : targets) {
                faults.add(fault.form(from));
                faults.add(fault.form(from).strength(2));
            }
        }
        return faults;
    }

    private List<Fault> swapped() {
        var faults = new ArrayList<Fault>();
        for (int one = 0; one < network.depth(); one++) {
            for (int two = one + 1; two < network.depth(); two++) {
                if (asMany(one, two)) {
                    faults.add(Fault.in(one, Mistake.LAYER_SWAPPED).form(two));
                }
            }
        }
        return faults;
    }

    private List<Fault> clipped() {
        Fault fault = Fault.in(last, Mistake.LOSS_CLIPPED);
        return Arrays.stream(CLIPS)
                .boxed()
                .flatMap(clip -> forms(fault.strength(clip), ClippedLoss.ADDED + 1).stream())
                .toList();
    }
}
