/**
 * Gradients that come from outside: the case that somebody had, and what they claim its loss and gradient to be.
 *
 * <p>Floor 1: sees {@code network}.
 */
package handgrad.input.claim;
