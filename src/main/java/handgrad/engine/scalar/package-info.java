/**
 * The network once more, its formulas read as they stand with plain Java numbers, sample by sample: no array library, no matrix
 * product of more than one sample. Slow, and easy to follow with a pencil. Sees the network and what an engine is.
 */
package handgrad.engine.scalar;
