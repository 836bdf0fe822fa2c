/**
 * Results for a reader: sentences and tables for the terminal and for Markdown. Sees results and the names of pictures.
 */
package handgrad.show.text;
