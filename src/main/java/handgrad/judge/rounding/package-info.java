/**
 * How far a right gradient may be off by rounding alone, and where a kink leaves more than one gradient right. Sees the
 * definitions, the derivatives by hand, whose rounding it follows, and the oracle's derivatives of single functions.
 */
package handgrad.judge.rounding;
