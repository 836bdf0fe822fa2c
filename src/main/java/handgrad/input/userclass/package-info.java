/**
 * A gradient that somebody wrote as a Java class: {@link handgrad.input.userclass.HandGradient} is what they implement,
 * {@link handgrad.input.userclass.JavaSource} compiles their file in memory, {@link handgrad.input.userclass.UserRun} runs it on a
 * case and says what it claims, or why it has no answer. Sees {@code input.claim} and arrays.
 */
package handgrad.input.userclass;
