/**
 * <b>The chain rule</b>, by hand, on ND4J arrays. Read {@link handgrad.hand.Backpropagation} first: it is the forward and
 * the backward pass. {@link handgrad.hand.Activations} and {@link handgrad.hand.Losses} hold the functions and their
 * derivatives; {@link handgrad.hand.HandEngine} adds the step downhill.
 *
 * <p>Floor 2: sees {@code engine} and {@code network}, never DL4J.
 */
package handgrad.hand;
