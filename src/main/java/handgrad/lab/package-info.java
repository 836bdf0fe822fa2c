/**
 * From a question to its answer: what an experiment is, which engines there are, and the run that verifies gradients,
 * trains, and hands everything to the report.
 *
 * <p>Floor 5: sees everything but {@code cli} and the experiments, which it finds by {@link java.util.ServiceLoader}.
 */
package handgrad.lab;
