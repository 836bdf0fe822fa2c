/** The losses, one a file. They see what a function is, rows, stretches, and ND4J's losses by name. */
package handgrad.network.function.loss;
