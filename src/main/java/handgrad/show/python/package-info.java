/** A run as a NumPy program that repeats it: the definitions written out in NumPy's words. Sees {@code lab.result} and below. */
package handgrad.show.python;
