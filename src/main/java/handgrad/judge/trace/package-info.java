/**
 * One sample's way through a network and back, written out: every node of the forward pass and every partial derivative of
 * the backward pass as a formula, the same with numbers put in, and its value; and the graph of it all. Read
 * {@link handgrad.judge.trace.BackwardPass} first. Formula, numbers and value come from one {@link handgrad.judge.trace.Expression}, so
 * that they cannot contradict each other.
 *
 * <p>Floor 3: sees {@code network} only; it borrows nothing from the engines or the oracles, which it is compared with.
 */
package handgrad.judge.trace;
