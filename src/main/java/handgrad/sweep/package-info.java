/**
 * Many runs of one experiment, for every combination of some of its settings. Read {@link handgrad.sweep.Sweep} first: it is which
 * runs there are, in a fixed order. {@link handgrad.sweep.Trainer} makes one of them, by the hand engine alone and without
 * looking on the way; {@link handgrad.sweep.Workers} and {@link handgrad.sweep.Cluster} make all of them;
 * {@link handgrad.sweep.Journal} keeps what is done; {@link handgrad.sweep.Swept} is what they come to. Sees the lab and the training.
 */
package handgrad.sweep;
