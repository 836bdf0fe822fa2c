/**
 * The network once more, neuron by neuron in plain Java numbers, as the textbooks draw it: no arrays library, no matrix
 * product. Slow, and easy to follow with a pencil.
 *
 * <p>Floor 2: sees {@code engine} and {@code network}, never {@code hand} nor {@code dl4j}.
 */
package handgrad.engine.scalar;
