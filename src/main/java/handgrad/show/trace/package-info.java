/**
 * A trace, as text and as a page with its graph drawn. Sees results and {@code show.file}.
 */
package handgrad.show.trace;
