/** The sine of one number: as a value to be met, and as one of 21 classes to be told. */
package sine;
