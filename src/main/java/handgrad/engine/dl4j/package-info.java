/**
 * The same network as a DL4J {@code MultiLayerNetwork}, made of the functions' counterparts. The only package that sees
 * {@code org.deeplearning4j}. Sees the network and what an engine is, never the engine written by hand.
 */
package handgrad.engine.dl4j;
