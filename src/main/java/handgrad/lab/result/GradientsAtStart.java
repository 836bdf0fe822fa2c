package handgrad.lab.result;

import handgrad.network.compare.Difference;
import java.util.List;
import java.util.stream.Stream;

/**
 * The gradients of engines at the starting point: each held against the first engine's, and each judged by the oracle.
 *
 * @param samples on which the engines were compared with each other
 * @param judgedSamples on which the oracle judged them
 * @param parameters how many there are; every one was compared
 */
public record GradientsAtStart(
        int samples, int judgedSamples, int parameters, List<Check> compared, List<Check> judged) {
    /** The name of the oracle as one side of a check. */
    public static final String ORACLE = "forward mode";

    public GradientsAtStart {
        compared = List.copyOf(compared);
        judged = List.copyOf(judged);
    }

    /**
     * One gradient against another.
     *
     * @param worst the entry that is furthest off
     * @param relative how far that is, relative to the largest entry of the layer
     * @param tolerance how far it may be
     */
    public record Check(
            String left, String right, Difference.Worst worst, double relative, double tolerance, boolean passes) {}

    /** All of them, between engines first. */
    public List<Check> all() {
        return Stream.concat(compared.stream(), judged.stream()).toList();
    }

    /** With another gradient that the oracle has judged. */
    public GradientsAtStart with(Check check) {
        return new GradientsAtStart(
                samples,
                judgedSamples,
                parameters,
                compared,
                Stream.concat(judged.stream(), Stream.of(check)).toList());
    }

    public boolean passes() {
        return all().stream().allMatch(Check::passes);
    }
}
