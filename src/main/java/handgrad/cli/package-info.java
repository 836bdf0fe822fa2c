/**
 * The commands: parsing, wiring, and what is printed while a run goes on. Nothing is computed here.
 *
 * <p>Floor 6: sees everything but the experiments, which start it from their {@code main}.
 */
package handgrad.cli;
