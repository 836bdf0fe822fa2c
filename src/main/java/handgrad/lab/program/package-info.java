/**
 * Asks a program of somebody's at points of its own choosing, judges the answers, and goes on asking until one mistake is left.
 * Sees programs, the judge and the examiner; is seen by the command line.
 */
package handgrad.lab.program;
