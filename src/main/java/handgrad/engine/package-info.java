/**
 * What any implementation of a network must answer: its loss, its gradient, a step of gradient descent, its output, its
 * parameters; and how many threads the array library may use.
 *
 * <p>Floor 1: sees {@code network}.
 */
package handgrad.engine;
