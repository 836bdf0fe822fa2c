/**
 * A gradient that a program has added up over the micro-batches of a batch: what it has given each of them for a weight, and which
 * mistake gives such weights. With {@code G_k} the gradient of the sum of the losses of micro-batch k, an answer is read as
 * {@code sum_k c_k G_k}, and what is left of the answer before. Sees the network, the right gradients with their rounding, and what a
 * diagnosis is.
 */
package handgrad.judge.accumulation;
