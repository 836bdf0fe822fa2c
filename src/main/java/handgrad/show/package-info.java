/**
 * What a run is shown as: tables, their CSV and Markdown, the report, the JSON record, the Python program that repeats
 * it; and the page of a trace, with its drawing. The only package that sees Tablesaw. It takes results only; nothing here trains.
 *
 * <p>Floor 4: sees {@code train}, {@code verify}, {@code diagnosis}, {@code trace}, {@code bench}, {@code compare}, {@code data} and
 * {@code network}.
 */
package handgrad.show;
