/**
 * Whether gradients are right: oracles that know nothing of backpropagation, and the check of engines against each other
 * and against the oracles.
 *
 * <p>Floor 3: sees {@code engine}, {@code compare} and {@code network}; knows engines only by their
 * interface.
 */
package handgrad.judge;
