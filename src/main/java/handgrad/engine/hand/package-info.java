/**
 * <b>The chain rule</b>, by hand, on ND4J's memory. Read {@link handgrad.engine.hand.Backpropagation} first: it is the forward and the
 * backward pass, a loop over the layers' own. {@link handgrad.engine.hand.Passes} takes batches through it, cut into shares for threads, and
 * {@link handgrad.engine.hand.Steps} goes downhill. Sees the network and what an engine is, never DL4J.
 */
package handgrad.engine.hand;
