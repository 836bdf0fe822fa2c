/** The rules of descent, one a file. They see what a rule is, rows, and ND4J's updaters by name. */
package handgrad.network.function.rule;
