package handgrad.input.csv;

import handgrad.input.data.Task;

/**
 * What is to be learnt.
 *
 * @param values of each sample: its class's index or its value
 * @param numbers whether the labels of the file are numbers
 */
record Target(Task task, double[] values, boolean numbers) {}
