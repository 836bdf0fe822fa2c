/**
 * What is wrong with a wrong gradient: the mistakes that people make in backpropagation, the gradient that each of them would
 * produce, and the one that fits a claim. It has a backpropagation of its own, in which every step can be taken wrongly; the right
 * one is in {@code engine.hand}. Where no known mistake fits
 * alone, {@code judge.reading} is asked. Sees the network, what a claim leaves open ({@code judge.Allowance}), the formulas of
 * {@code judge.trace}, and by name the functions that people take for each other.
 */
package handgrad.judge.diagnosis;
