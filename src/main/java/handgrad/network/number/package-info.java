/**
 * The abstract kind of number that definitions are written over, and its simplest reading, plain values. Other readings stand
 * with those who need them: tangents and error bounds with the judge, formulas with the trace and with {@code repeat.py}.
 */
package handgrad.network.number;
