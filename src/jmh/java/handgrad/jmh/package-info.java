/**
 * Benchmarks by JMH: the average time of a step of training, in microseconds, each benchmark in a JVM of its own. What they
 * measure is {@code handgrad.train.bench}'s; {@link handgrad.jmh.Settings} is the one place for JVM flags and threads.
 *
 * <p>On top of the house, beside the experiments: sees {@code bench}, {@code engine} and {@code network}; nobody sees it.
 */
package handgrad.jmh;
