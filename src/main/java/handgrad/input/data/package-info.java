/**
 * Where samples and starting points come from: XOR, the digits, splits and batches, and the draws of NumPy's legacy
 * generator, so that every run can be repeated in Python.
 *
 * <p>Floor 1: sees {@code network}.
 */
package handgrad.input.data;
