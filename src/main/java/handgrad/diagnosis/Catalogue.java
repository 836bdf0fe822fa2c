package handgrad.diagnosis;

import handgrad.network.Activation;
import handgrad.network.Block;
import handgrad.network.Network;
import handgrad.network.Reduction;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/** The faults that can be made in a network: each mistake, in each layer and in all, in each of its forms. */
final class Catalogue {
    /** DL4J's default, Keras's, others that are found in programs, and the smallest that there can be. */
    private static final double[] CLIPS = {1e-5, 1e-7, 1e-8, 1e-10, 1e-12, 1e-15, Math.ulp(1.0) / 2};

    private final Network network;
    private final List<Block> blocks;
    private final OptionalDouble learningRate;

    /** @param learningRate of stale weights; where it is not known it is fitted */
    Catalogue(Network network, OptionalDouble learningRate) {
        this.network = network;
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
        int last = network.depth() - 1;
        return switch (mistake) {
            case SUM_INSTEAD_OF_MEAN, BIAS_GRADIENT_SUMMED ->
                network.reduction() == Reduction.MEAN ? everyWay(mistake, 0, last) : List.of();
            case MEAN_INSTEAD_OF_SUM -> network.reduction() == Reduction.SUM ? everyWay(mistake, 0, last) : List.of();
            case SIGN_FLIPPED,
                    FACTOR_TWO,
                    FACTOR_HALF,
                    DIVIDED_BY_OUTPUTS,
                    LAYER_GRADIENT_MISSING,
                    BIAS_GRADIENT_MISSING,
                    BIAS_GRADIENT_AVERAGED,
                    MISSING_ACTIVATION_DERIVATIVE,
                    DERIVATIVE_AT_ACTIVATION,
                    DERIVATIVE_AT_PRE_ACTIVATION,
                    ACTIVATION_DERIVATIVE_TWICE,
                    WRONG_SCALE,
                    WEIGHT_DECAY_ADDED -> everyWay(mistake, 0, last);
            case PRE_ACTIVATION_AS_INPUT -> everyWay(mistake, 1, last);
            case WEIGHTS_MISSING -> everyWay(mistake, 0, last - 1);
            case STALE_WEIGHTS ->
                everyWay(mistake, 0, last - 1).stream()
                        .map(fault -> fault.strength(learningRate.orElse(1)))
                        .toList();
            case TRANSPOSED_WEIGHTS -> transposed();
            case ELEMENTWISE_PRODUCT -> elementwise();
            case OUTPUT_DELTA_OF_OTHER_LOSS -> forms(Fault.in(last, mistake), 2).toList();
            case LAST_SAMPLE_ONLY, FIRST_SAMPLE_ONLY, STALE_ACTIVATIONS ->
                forms(Fault.everywhere(mistake), 2).toList();
            case SAME_UPDATE_IN_EVERY_LAYER -> sameUpdate();
            case LAYER_SWAPPED -> swapped();
            case LOSS_CLIPPED -> clipped();
            case SOFTMAX_DIAGONAL ->
                network.outputLayer().activation() == Activation.SOFTMAX ? List.of(Fault.in(last, mistake)) : List.of();
        };
    }

    private static Stream<Fault> forms(Fault fault, int count) {
        return Stream.iterate(0, form -> form < count, form -> form + 1).map(fault::form);
    }

    private static Stream<Fault> layers(Mistake mistake, int from, int to) {
        return Stream.iterate(from, l -> l <= to, l -> l + 1).map(l -> Fault.in(l, mistake));
    }

    /** In all layers from one to another at once, and in each alone; where there is only one, in that. */
    private List<Fault> everyWay(Mistake mistake, int from, int to) {
        var all = to > from ? Stream.of(Fault.everywhere(mistake)) : Stream.<Fault>empty();
        boolean whole = from == 0 && to == 0 && network.depth() == 1;
        return whole
                ? List.of(Fault.everywhere(mistake))
                : Stream.concat(all, layers(mistake, from, to)).toList();
    }

    private List<Fault> transposed() {
        var faults = new ArrayList<>(everyWay(Mistake.TRANSPOSED_WEIGHTS, 0, network.depth() - 1));
        for (int l = 1; l < network.depth(); l++) {
            if (square(l)) {
                faults.add(Fault.in(l, Mistake.TRANSPOSED_WEIGHTS).form(1));
            }
        }
        return faults;
    }

    private List<Fault> elementwise() {
        var faults = new ArrayList<Fault>();
        for (int l = 0; l < network.depth(); l++) {
            if (square(l)) {
                forms(Fault.in(l, Mistake.ELEMENTWISE_PRODUCT), 3).forEach(faults::add);
            }
        }
        return faults;
    }

    private boolean square(int l) {
        return network.layer(l).nIn() == network.layer(l).nOut()
                && network.layer(l).nIn() > 1;
    }

    private List<Fault> sameUpdate() {
        var faults = new ArrayList<Fault>();
        for (int from = network.depth() - 1; network.depth() > 1 && from >= 0; from--) {
            Fault fault = Fault.everywhere(Mistake.SAME_UPDATE_IN_EVERY_LAYER).form(from);
            faults.add(fault);
            faults.add(fault.strength(2));
        }
        return faults;
    }

    private List<Fault> swapped() {
        var faults = new ArrayList<Fault>();
        for (int one = 0; one < network.depth(); one++) {
            for (int two = one + 1; two < network.depth(); two++) {
                if (blocks.get(2 * one).size() == blocks.get(2 * two).size()
                        && network.layer(one).nOut() == network.layer(two).nOut()) {
                    faults.add(Fault.in(one, Mistake.LAYER_SWAPPED).form(two));
                }
            }
        }
        return faults;
    }

    private List<Fault> clipped() {
        var faults = new ArrayList<Fault>();
        for (double clip : CLIPS) {
            forms(Fault.in(network.depth() - 1, Mistake.LOSS_CLIPPED).strength(clip), 2)
                    .forEach(faults::add);
        }
        return faults;
    }
}
