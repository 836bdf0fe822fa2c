/**
 * One sample's way through a network and back, written out: every node of the forward pass and every partial derivative of the
 * backward pass as a formula, the same with numbers put in, and its value; and the graph of it all. Read
 * {@link handgrad.judge.trace.Passes} first. The formulas are the definitions, read as {@link handgrad.judge.trace.FormulaRow}s;
 * formula, numbers and value come from one {@link handgrad.judge.trace.Expression}, so that they cannot contradict each other. Sees
 * the network only.
 */
package handgrad.judge.trace;
