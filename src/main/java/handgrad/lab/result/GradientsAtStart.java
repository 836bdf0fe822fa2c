package handgrad.lab.result;

import handgrad.judge.Judgement;
import handgrad.network.compare.Comparison;
import handgrad.network.compare.Difference;
import java.util.List;
import java.util.stream.IntStream;
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
            String left, String right, Difference.Worst worst, double relative, double tolerance, boolean passes) {
        /** Of two engines, by a tolerance that is relative to the largest entry of a layer. */
        public static Check of(String left, String right, Comparison comparison, double tolerance) {
            Difference worst = comparison.worst();
            return new Check(left, right, worst.worst(), worst.maxRelative(), tolerance, comparison.within(tolerance));
        }

        /** Of an engine and the oracle, by what rounding explains in this entry. */
        public static Check of(String engine, Judgement judgement, Difference.Worst worst, double tolerance) {
            double scale = scale(judgement, worst.address().block().layer());
            double relative = Math.abs(worst.left() - worst.right()) / scale;
            return new Check(engine, ORACLE, worst, relative, tolerance / scale, judgement.passes());
        }

        /** The largest entry of a layer; 1 where all are 0. */
        private static double scale(Judgement judgement, int layer) {
            double[] oracle = judgement.oracle().toArray();
            double largest = judgement.parts().stream()
                    .map(Judgement.Part::block)
                    .filter(block -> block.layer() == layer)
                    .flatMapToInt(block -> IntStream.range(block.offset(), block.end()))
                    .mapToDouble(i -> Math.abs(oracle[i]))
                    .reduce(0, Math::max);
            return largest == 0 ? 1 : largest;
        }
    }

    /** All of them, between engines first. */
    public List<Check> all() {
        return Stream.concat(compared.stream(), judged.stream()).toList();
    }

    public boolean passes() {
        return all().stream().allMatch(Check::passes);
    }
}
