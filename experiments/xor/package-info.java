/** Exclusive or, the smallest problem that needs a hidden layer. */
package xor;
