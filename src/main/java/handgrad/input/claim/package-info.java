/**
 * Gradients that come from outside: the case that somebody had, and what they claim its loss and gradient to be. Sees the
 * network, in plain numbers.
 */
package handgrad.input.claim;
