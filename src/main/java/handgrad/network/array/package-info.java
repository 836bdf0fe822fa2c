/**
 * What arrays must be able to do, and elementary functions and sums over stretches of numbers, in loops that the JIT compiler
 * turns into vector instructions. Sees nothing of this project.
 */
package handgrad.network.array;
