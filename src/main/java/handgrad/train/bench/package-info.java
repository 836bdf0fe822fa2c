/**
 * How long a step of training takes: the workloads, who makes the steps, and the clock. {@link handgrad.train.bench.Bench} lets the
 * subjects take turns; {@link handgrad.train.bench.Products} is the floor that no implementation on this BLAS gets below. Sees the
 * engines.
 */
package handgrad.train.bench;
