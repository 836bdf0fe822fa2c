/** The activation functions, one a file. They see what a function is, rows, stretches, and ND4J's functions by name. */
package handgrad.network.function.activation;
