/**
 * From a question to its answer: what an experiment is, which engines there are, and the runs, verifications and traces that
 * answer it. It sees the engines, the judge and the training, and makes {@code lab.result}; how that is shown it does not know.
 */
package handgrad.lab;
