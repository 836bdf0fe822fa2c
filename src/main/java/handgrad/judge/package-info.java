/**
 * The verdict on a gradient, and on what else a program has: every entry against the right one, within what rounding and what was
 * handed in leave open. Plain numbers; no engine, no array library. Sees the network, {@code judge.oracle} and
 * {@code judge.rounding}.
 */
package handgrad.judge;
