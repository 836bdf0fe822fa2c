/**
 * How far apart two points in parameter space are: for each parameter the largest absolute and relative difference, ULPs, the
 * cosine, and the address of the worst entry with both values; and how far apart they may be. Sees the network.
 */
package handgrad.network.compare;
