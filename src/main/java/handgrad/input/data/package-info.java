/**
 * Where samples and starting points come from: XOR, the digits, splits and batches, and the draws of NumPy's legacy generator, so
 * that every run can be repeated in Python. Sees the network, and arrays to put samples into.
 */
package handgrad.input.data;
