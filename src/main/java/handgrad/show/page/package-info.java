/**
 * The page of a run that is looked at in a browser: one file of HTML with the data, the charts' libraries, the scripts and
 * the styles in it. The scripts and styles are in {@code src/main/resources/handgrad/page}.
 * {@code Records} finds the runs of a folder, and {@code ResultsIndex} keeps the index of them.
 *
 * <p>Floor 5: sees {@code report} and everything below it.
 */
package handgrad.show.page;
