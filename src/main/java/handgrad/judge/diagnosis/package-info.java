/**
 * What is wrong with a wrong gradient: the mistakes that people make in backpropagation, the gradient that each of them
 * would produce, and the one that fits a claim.
 *
 * <p>Floor 3: sees {@code compare} and {@code network}. It has a backpropagation of its own, in which every step can be
 * taken wrongly; the right one is in {@code hand}.
 */
package handgrad.judge.diagnosis;
