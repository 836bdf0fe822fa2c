/**
 * The fast form of the operations beneath the chain rule: BLAS on the arrays' own memory, and one pass over an array for all
 * that is done to its numbers, in stretches that stay in the cache. Nothing is allocated per step.
 *
 * <p>Floor 2, a part of {@code hand}: sees its {@link handgrad.engine.hand.Arithmetic}, {@code engine}, {@code network} and
 * {@code kernel}. The same operations in ND4J's words are in {@code handgrad.engine.hand.readable}.
 */
package handgrad.engine.hand.fast;
