/**
 * What a network is: its layers, its loss and the reduction over a batch; a point in its parameter space, one flat vector with an
 * address for each entry; samples; and the chain rule over any kind of number. Plain Java, no array library.
 */
package handgrad.network;
