package handgrad.judge;

import handgrad.Named;
import handgrad.network.Address;
import handgrad.network.Block;
import handgrad.network.Point;
import java.util.BitSet;
import java.util.List;

/**
 * What the oracle says of a gradient.
 *
 * @param parts one a weight matrix and bias, in the order of the flat vector
 * @param worst the entries that are furthest off, of those that are wrong
 * @param judged the gradient, with the oracle's where nothing is claimed
 * @param oracle the right one
 * @param excess of each entry of the gradient its {@link Entry#excess}: at most 1 where it is right
 * @param wrong the places in the flat vector of the entries that are wrong
 */
public record Judgement(List<Part> parts, List<Entry> worst, Point judged, Point oracle, Point excess, BitSet wrong) {
    public Judgement {
        parts = List.copyOf(parts);
        worst = List.copyOf(worst);
        wrong = (BitSet) wrong.clone();
    }

    /** A copy. */
    @Override
    public BitSet wrong() {
        return (BitSet) wrong.clone();
    }

    /** Whether the entry at a place in the flat vector is wrong. */
    public boolean isWrong(int at) {
        return wrong.get(at);
    }

    /** Whether entries are right. */
    public enum Verdict implements Named {
        /** Every entry is right up to rounding. */
        PASS,
        /** An entry differs from the oracle's, and a kink accounts for it. */
        KINK,
        /** An entry is wrong. */
        FAIL,
        /** Nobody says what it is. */
        NOT_CLAIMED;
    }

    /**
     * One weight matrix or bias.
     *
     * @param maxRelativeError {@code maxAbsoluteError} over the largest entry of the oracle's in the layer
     * @param failing the number of entries that are wrong
     * @param worst the entry that is furthest off, measured by its tolerance
     */
    public record Part(
            Block block,
            Verdict verdict,
            double maxAbsoluteError,
            double maxRelativeError,
            double maxUlps,
            int failing,
            Entry worst) {}

    /**
     * One entry.
     *
     * @param tolerance the largest absolute error that rounding explains
     */
    public record Entry(Address address, double judged, double oracle, double tolerance) {
        /** The error in units of the tolerance; infinite where the entry is not finite. */
        public double excess() {
            double error = Math.abs(judged - oracle);
            return error == 0 ? 0 : Double.isFinite(error) ? error / tolerance : Double.POSITIVE_INFINITY;
        }
    }

    /** The gradient passes if no entry is wrong; a kink is not wrong. */
    public boolean passes() {
        return wrong.isEmpty();
    }

    public double maxRelativeError() {
        return parts.stream().mapToDouble(Part::maxRelativeError).reduce(0, Math::max);
    }
}
