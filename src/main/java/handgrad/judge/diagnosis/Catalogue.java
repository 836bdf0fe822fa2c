package handgrad.judge.diagnosis;

import static handgrad.judge.diagnosis.Ways.everyWay;
import static handgrad.judge.diagnosis.Ways.forms;
import static handgrad.judge.diagnosis.Ways.inForm;
import static handgrad.judge.diagnosis.Ways.layers;
import static handgrad.judge.diagnosis.Ways.with;

import handgrad.network.Network;
import handgrad.network.Reduction;
import handgrad.network.function.activation.Sigmoid;
import handgrad.network.function.activation.Softmax;
import handgrad.network.function.loss.HalfSquaredError;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/** The faults that can be made in a network: each mistake, in each layer and in all, in each of its forms. */
final class Catalogue {
    /** DL4J's default, Keras's, others that are found in programs, and the smallest that there can be. */
    private static final double[] CLIPS = {1e-5, 1e-7, 1e-8, 1e-10, 1e-12, 1e-15, Math.ulp(1.0) / 2};

    private final Network network;
    private final ShapeFaults shapes;
    private final OptionalDouble learningRate;
    private final int last;

    /**
     * @param samples of the batch: some faults are only made where it has the size of a layer
     * @param learningRate of stale weights; where it is not known it is fitted
     */
    Catalogue(Network network, int samples, OptionalDouble learningRate) {
        this.network = network;
        this.shapes = new ShapeFaults(network, samples);
        this.last = network.depth() - 1;
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
            case BIAS_GRADIENT_SUMMED ->
                network.reduction() == Reduction.MEAN ? everyWay(network, mistake, 0, last) : List.of();
            case SIGN_FLIPPED,
                    FACTOR_TWO,
                    FACTOR_HALF,
                    DIVIDED_BY_OUTPUTS,
                    LAYER_GRADIENT_MISSING,
                    BIAS_GRADIENT_MISSING,
                    BIAS_GRADIENT_AVERAGED,
                    ACTIVATION_DERIVATIVE_TWICE,
                    WRONG_SCALE -> everyWay(network, mistake, 0, last);
            case MISSING_ACTIVATION_DERIVATIVE, DERIVATIVE_AT_ACTIVATION, DERIVATIVE_AT_PRE_ACTIVATION ->
                crossEntropy() && last > 1
                        ? with(
                                everyWay(network, mistake, 0, last),
                                Fault.everywhere(mistake).form(1))
                        : everyWay(network, mistake, 0, last);
            case WEIGHT_DECAY_ADDED ->
                with(
                        everyWay(network, mistake, 0, last),
                        Fault.everywhere(mistake).form(1));
            case PRE_ACTIVATION_AS_INPUT -> everyWay(network, mistake, 1, last);
            case WEIGHTS_MISSING -> with(everyWay(network, mistake, 0, last - 1), shapes.belowSquares(mistake, 1));
            case STALE_WEIGHTS ->
                everyWay(network, mistake, 0, last - 1).stream()
                        .map(fault -> fault.strength(learningRate.orElse(1)))
                        .toList();
            case LAST_SAMPLE_ONLY, FIRST_SAMPLE_ONLY ->
                with(
                        forms(Fault.everywhere(mistake), 2),
                        layers(mistake, 0, last).toArray(Fault[]::new));
            case STALE_ACTIVATIONS ->
                with(
                        forms(Fault.everywhere(mistake), StaleActivations.IN_GRADIENT),
                        inForm(everyWay(network, mistake, 1, last), StaleActivations.IN_GRADIENT));
            case TRANSPOSED_WEIGHTS -> shapes.transposed();
            case ELEMENTWISE_PRODUCT -> shapes.elementwise();
            case OUTPUT_DELTA_OF_OTHER_LOSS -> outputDelta();
            case SAME_UPDATE_IN_EVERY_LAYER -> shapes.sameUpdate();
            case LAYER_SWAPPED -> shapes.swapped();
            case LOSS_CLIPPED -> crossEntropy() ? clipped() : List.of();
            case SOFTMAX_DIAGONAL -> softmax() ? List.of(Fault.in(last, mistake)) : List.of();
        };
    }

    private boolean crossEntropy() {
        return network.loss().cancels();
    }

    private boolean sigmoid() {
        return network.outputLayer().activation() instanceof Sigmoid;
    }

    private boolean softmax() {
        return network.outputLayer().activation() instanceof Softmax;
    }

    /** Of everything, and of the weights only. */
    private List<Fault> reductions(Mistake mistake) {
        return with(
                everyWay(network, mistake, 0, last), Fault.everywhere(mistake).form(1));
    }

    private List<Fault> outputDelta() {
        IntStream forms = otherDeltas();
        // Of other outputs y - t is no loss's delta: their derivative is missing.
        boolean cancels = !crossEntropy() && (sigmoid() || softmax());
        return IntStream.concat(cancels ? IntStream.of(FaultyOutput.DIFFERENCE) : IntStream.empty(), forms)
                .mapToObj(Fault.in(last, Mistake.OUTPUT_DELTA_OF_OTHER_LOSS)::form)
                .toList();
    }

    private IntStream otherDeltas() {
        if (network.loss() instanceof HalfSquaredError) {
            return IntStream.of(FaultyOutput.MEAN_SQUARED);
        }
        if (!crossEntropy()) {
            return IntStream.of(FaultyOutput.HALF_SQUARED);
        }
        return softmax()
                ? IntStream.rangeClosed(FaultyOutput.HALF_SQUARED, FaultyOutput.OTHER_CROSS_ENTROPY)
                : IntStream.of(FaultyOutput.HALF_SQUARED, FaultyOutput.MEAN_SQUARED, FaultyOutput.OTHER_CROSS_ENTROPY);
    }

    private List<Fault> clipped() {
        Fault fault = Fault.in(last, Mistake.LOSS_CLIPPED);
        return Arrays.stream(CLIPS)
                .boxed()
                .flatMap(clip -> forms(fault.strength(clip), ClippedLoss.ADDED + 1).stream())
                .toList();
    }
}
