/**
 * What a network is: its layers, its loss and the reduction over a batch, its parameters as one flat vector with a view
 * for each weight matrix and bias, and the batch it is applied to. Plain records and enums; nothing here computes.
 *
 * <p>Floor 0: sees ND4J arrays and nothing of this project.
 */
package handgrad.network;
