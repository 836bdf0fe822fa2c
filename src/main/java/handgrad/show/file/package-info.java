/**
 * Files that this program writes: the folders that they go to, what they are called, whose they are. Sees no results.
 */
package handgrad.show.file;
