/**
 * The verdict on the gradient of any function that can be asked for its value: adaptive differences with an error estimate of each
 * entry, a verdict within that estimate, what structure the error has, and what the point hides. Sees nothing but numbers and
 * {@code handgrad}, and needs no library.
 */
package handgrad.judge.function;
