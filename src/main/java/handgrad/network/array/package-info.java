/**
 * What is below the operations on arrays: the memory of an ND4J array, for BLAS by address and for loops by stretches; and
 * elementary functions and sums over stretches, in loops that the JIT compiler turns into vector instructions. A stretch is
 * copied to the heap and back: loops over native memory are not vectorised by every JDK, and the copy costs a thirtieth of a
 * nanosecond a number.
 *
 * <p>Floor 0: sees nothing of this project. {@link handgrad.network.array.Memory} is where BLAS is called.
 */
package handgrad.network.array;
