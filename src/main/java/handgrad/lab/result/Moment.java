package handgrad.lab.result;

/**
 * Where in a run a trace stands.
 *
 * @param step after so many steps
 * @param steps of the whole run, where nothing ends it early
 * @param loss of the training set there
 */
public record Moment(long step, long steps, double loss) {}
