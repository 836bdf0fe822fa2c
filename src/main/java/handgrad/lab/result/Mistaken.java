package handgrad.lab.result;

import handgrad.judge.diagnosis.Diagnosis;
import handgrad.judge.reading.Cause;
import handgrad.judge.reading.Step;
import java.util.List;
import java.util.Optional;

/**
 * A mistake by its name, in words, and as two formulas.
 *
 * @param sentence what it is, with the layer where it is in one
 * @param computes the formula of the program; layers count from 1
 * @param right the right one
 * @param place where in the network it is; empty where it is made in no layer of its own, as in an update
 */
public record Mistaken(String name, String sentence, String computes, String right, Optional<Place> place) {
    /**
     * A step of backpropagation in a layer.
     *
     * @param layer from 0, the first from the output down whose gradient is wrong
     */
    public record Place(Step step, int layer) {}

    /** One that was read from a gradient. */
    public static Mistaken of(Cause cause) {
        return new Mistaken(
                cause.mistake(),
                cause.explanation(),
                cause.computes(),
                cause.right(),
                Optional.of(new Place(cause.step(), cause.layer())));
    }

    /** Those of the likeliest finding, from the output down; none where nothing was found. */
    public static List<Mistaken> likeliest(Diagnosis diagnosis) {
        return diagnosis.findings().stream()
                .limit(1)
                .flatMap(finding -> finding.causes().stream())
                .map(Mistaken::of)
                .toList();
    }
}
