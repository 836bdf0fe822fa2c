/** The network 1-3-1 of a program that would not learn sign(x): fixed, and with each of its faults planted again. */
package sign;
