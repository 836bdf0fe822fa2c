/**
 * The commands: parsing, wiring, and what is printed while a run goes on. Nothing is computed here. Sees all but the experiments,
 * which start it from their {@code main}.
 */
package handgrad.cli;
