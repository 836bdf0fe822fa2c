/**
 * Gradients asserted in somebody's own tests: of any function that can be asked for its value, and of a dense network by its layers. A
 * failure is an {@link java.lang.AssertionError} whose message is the diagnosis. Needs no library, and no test framework in particular; the jar
 * {@code check} holds it with what it stands on.
 */
package handgrad.check;
