/**
 * Tables of anybody's own: reads a CSV file, finds out how it is written and what its labels are, and makes samples of it, with
 * the lines of Python that make the same ones. Sees {@code input.data}.
 */
package handgrad.input.csv;
