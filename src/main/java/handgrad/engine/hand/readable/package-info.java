/**
 * The operations beneath the chain rule as ND4J has them, one after the other: made for reading, and for checking the fast
 * form against.
 *
 * <p>Floor 2, a part of {@code hand}: sees its {@link handgrad.engine.hand.Arithmetic}, {@code engine} and {@code network}.
 */
package handgrad.engine.hand.readable;
