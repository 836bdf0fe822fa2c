/**
 * The right gradient, without backpropagation: the definitions differentiated by dual numbers
 * ({@link handgrad.judge.oracle.ForwardMode}), and by differences of the loss, which know no derivative at all. Sees the definitions,
 * and calls no derivative by hand.
 */
package handgrad.judge.oracle;
