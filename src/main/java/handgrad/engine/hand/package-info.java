/**
 * <b>The chain rule</b>, by hand, on ND4J arrays. Read {@link handgrad.engine.hand.Backpropagation} first: it is the forward and
 * the backward pass, written once. {@link handgrad.engine.hand.Arithmetic} lists the operations that it is made of; they come in two
 * forms, {@code handgrad.engine.hand.readable} and {@code handgrad.engine.hand.fast}. {@link handgrad.engine.hand.HandEngine} puts one of them
 * beneath the passes and adds the step downhill.
 *
 * <p>Floor 2: sees {@code engine}, {@code network} and {@code kernel}, never DL4J.
 */
package handgrad.engine.hand;
