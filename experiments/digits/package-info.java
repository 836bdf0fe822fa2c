/** The 8x8 handwritten digits that scikit-learn ships. */
package digits;
