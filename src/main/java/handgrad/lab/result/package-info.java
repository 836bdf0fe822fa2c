/**
 * What came out: a run, a study of several, a verification, a trace, and where they come from. Values only. It may see the
 * network, the judge, the training and the input, nothing of the rest of {@code lab}, and nothing that shows it.
 */
package handgrad.lab.result;
