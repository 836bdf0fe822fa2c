/**
 * How far apart two points in parameter space are: for each weight matrix and bias the largest absolute and relative
 * difference, ULPs, the cosine, and the address of the worst entry with both values; and how far apart they may be.
 *
 * <p>Floor 1: sees {@code network}.
 */
package handgrad.network.compare;
