/**
 * What any implementation of a network must answer: its loss, its gradient, a step of gradient descent, its output, its
 * parameters. Parameters and batches as ND4J arrays, their memory, for BLAS by address and for loops by stretches
 * ({@link handgrad.engine.NativeMatrix}), and how many threads may work on it. Sees the network, and what ND4J is made to do otherwise.
 */
package handgrad.engine;
