/**
 * The verdict on a gradient: every entry against the oracle's, within what rounding explains. Plain numbers; no engine, no array
 * library. Sees the network, {@code judge.oracle} and {@code judge.rounding}.
 */
package handgrad.judge;
