/**
 * What a function, a loss and a rule of descent are, and how users name them. Each one is a file in {@code activation},
 * {@code loss} or {@code rule}: its definition over {@link handgrad.network.number.Row}, its derivative by hand, both again on
 * stretches of arrays, and its counterpart in ND4J, which only the DL4J engine asks for.
 */
package handgrad.network.function;
