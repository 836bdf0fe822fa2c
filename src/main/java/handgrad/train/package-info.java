/**
 * One training loop, in lockstep over any engines: the same start, the same batches in the same order; what is observed when; and
 * the record of it all. Knows engines only by their interface.
 */
package handgrad.train;
