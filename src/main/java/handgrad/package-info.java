/**
 * What everything else may use: complaints about an input, names of enums, text from outside and numbers fit to be printed.
 * Sees nothing of this project.
 */
package handgrad;
