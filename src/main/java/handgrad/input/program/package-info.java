/**
 * A program of somebody's, in any language, asked over its standard input and output: {@link handgrad.input.program.Program} is the
 * door, {@code docs/protocol.md} says what is spoken. Sees case files, the arrays of any function, and complaints.
 */
package handgrad.input.program;
