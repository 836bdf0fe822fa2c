package handgrad.judge.reading;

import static handgrad.judge.reading.Matrices.columnSums;
import static handgrad.judge.reading.Matrices.filled;
import static handgrad.judge.reading.Matrices.flat;
import static handgrad.judge.reading.Matrices.mapped;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** The forms that people give the gradient of a layer's bias, the sum of delta over the samples. */
final class BiasForms {
    private final Scene scene;
    private final int l;
    private final BlockCauses causes;
    private final String delta;
    private final Claim claim;
    private final double[][] claimedWeights;

    BiasForms(Scene scene, int l, Claim claim) {
        this.scene = scene;
        this.l = l;
        this.causes = new BlockCauses(scene, l);
        this.delta = causes.delta;
        this.claim = claim;
        this.claimedWeights = claim.gradient().rows(scene.weights(l));
    }

    /** The right form, then the others. */
    List<Made> all() {
        var forms = new ArrayList<Made>();
        forms.add(Made.right(Matrices::columnSums));
        forms.add(summedOverNeurons());
        forms.addAll(meanOverAll());
        forms.addAll(summedAlongWrongAxis());
        forms.add(biasAsItsGradient());
        forms.add(sumOfWeightGradient());
        forms.add(meanOfWeightGradient());
        forms.add(timesBias());
        IntStream.rangeClosed(0, scene.last)
                .filter(other -> other != l && scene.nOut(other) == scene.nOut(l))
                .mapToObj(this::ofOtherLayer)
                .forEach(forms::add);
        forms.addAll(singleSamples());
        return forms;
    }

    private Cause cause(String mistake, String sentence, String computes) {
        return causes.bias(mistake, Step.REDUCTION, sentence, computes);
    }

    private double[] everywhere(double entry) {
        return filled(1, scene.nOut(l), entry)[0];
    }

    private Made summedOverNeurons() {
        Cause cause = cause(
                "bias-summed-over-neurons",
                "one number, the sum of %s over samples and neurons, stands in every entry".formatted(delta),
                "the sum of all of " + delta);
        return Made.wrong(cause, 1.2, d -> everywhere(Arrays.stream(flat(d)).sum()));
    }

    private List<Made> meanOverAll() {
        if (scene.n == 1) {
            return List.of();
        }
        Cause cause = cause(
                "bias-mean-over-all",
                "one number, the mean of %s over samples and neurons, stands in every entry".formatted(delta),
                "the mean of all of " + delta);
        return List.of(Made.wrong(
                cause, 1.5, d -> everywhere(Arrays.stream(flat(d)).average().orElseThrow())));
    }

    /** A sum for each sample has the bias's shape only where there are as many samples as neurons. */
    private List<Made> summedAlongWrongAxis() {
        if (scene.n != scene.nOut(l) || scene.n == 1) {
            return List.of();
        }
        Cause cause = cause(
                "bias-summed-along-wrong-axis",
                "%s is added up over the neurons of each sample, where it should be added up over the samples"
                        .formatted(delta),
                "the sum over the neurons of " + delta);
        return List.of(Made.wrong(cause, 1.2, Matrices::rowSums));
    }

    private Made biasAsItsGradient() {
        Cause cause =
                cause("bias-as-its-gradient", "the bias itself stands in the place of its gradient", "b" + (l + 1));
        return Made.wrong(cause, 1.6, d -> scene.b(l));
    }

    private Made sumOfWeightGradient() {
        Cause cause = cause(
                "bias-from-weight-gradient",
                "the gradient of the weights is added up, where delta should be",
                "the column sums of dL/dW%d".formatted(l + 1));
        return Made.wrong(cause, 1.5, d -> columnSums(claimedWeights));
    }

    private Made meanOfWeightGradient() {
        Cause cause = cause(
                "bias-from-weight-gradient",
                "the mean of the weights' gradient stands in the place of the bias's",
                "the column means of dL/dW%d".formatted(l + 1));
        return Made.wrong(cause, 1.8, d -> columnSums(mapped(claimedWeights, g -> g / claimedWeights.length)));
    }

    private Made ofOtherLayer(int other) {
        Cause cause = cause(
                "bias-of-other-layer",
                "the bias has the gradient of layer %d's".formatted(other + 1),
                "dL/db%d".formatted(other + 1));
        return Made.wrong(cause, 1.7, d -> claim.gradient().values(scene.bias(other)));
    }

    private Made timesBias() {
        Cause cause = cause(
                "bias-times-input",
                "%s is multiplied by the bias".formatted(delta),
                "b%d * sum of %s".formatted(l + 1, delta));
        return Made.wrong(cause, 1.9, d -> {
            double[] sums = columnSums(d);
            double[] b = scene.b(l);
            Arrays.setAll(sums, j -> sums[j] * b[j]);
            return sums;
        });
    }

    private List<Made> singleSamples() {
        return scene.n == 1
                ? List.of()
                : Arrays.stream(OneSample.values()).map(this::singleSample).toList();
    }

    private Made singleSample(OneSample only) {
        Cause cause = cause(only.mistake(), only.sentence(), "%s of one sample".formatted(delta));
        return Made.wrong(cause, 1.5, d -> only.of(d).clone());
    }
}
