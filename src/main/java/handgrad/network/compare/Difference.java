package handgrad.network.compare;

import handgrad.network.Address;
import handgrad.network.Block;

/**
 * How far one weight matrix or bias of {@code left} is from that of {@code right}.
 *
 * @param maxAbsolute {@code max |left - right|}; NaN if any entry of either is not finite
 * @param maxRelative {@code maxAbsolute} over the largest absolute entry of {@code right} in the whole layer, weights and
 *     bias; 0 if both are zero throughout
 * @param maxUlps the largest number of representable values between two entries, in the precision of the comparison
 * @param cosine of the angle between the two, as vectors; 1 if both are zero throughout
 */
public record Difference(
        Block block, double maxAbsolute, double maxRelative, double maxUlps, double cosine, Worst worst) {

    /** The entry with the largest absolute difference, or the first that is not finite. */
    public record Worst(Address address, double left, double right) {}

    /** Whether all entries are finite and none is further off than the tolerance, relative to the layer. */
    public boolean within(double tolerance) {
        return maxRelative <= tolerance;
    }
}
