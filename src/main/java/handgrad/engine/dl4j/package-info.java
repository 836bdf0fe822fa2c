/**
 * The same network as a DL4J {@code MultiLayerNetwork}. The only package that sees {@code org.deeplearning4j}.
 *
 * <p>Floor 2: sees {@code engine} and {@code network}, never {@code hand}.
 */
package handgrad.engine.dl4j;
