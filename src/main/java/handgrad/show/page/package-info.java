/**
 * Pages for a browser, of a result and of a whole folder of results, each one file with its data, scripts and styles in it. Sees
 * results, {@code show.text} and {@code show.file}; the scripts and styles are resources beside it.
 */
package handgrad.show.page;
