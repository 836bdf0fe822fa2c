/**
 * One training loop, in lockstep over any engines: the same start, the same batches in the same order; what is observed
 * when; and the record of it all.
 *
 * <p>Floor 3: sees {@code engine}, {@code compare}, {@code data} and {@code network}; knows engines only by their
 * interface.
 */
package handgrad.train;
