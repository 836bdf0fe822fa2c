package handgrad.lab.result;

import java.util.List;

/**
 * Where in a run a trace stands.
 *
 * @param step after so many steps
 * @param steps of the whole run, where nothing ends it early
 * @param loss of the training set there
 * @param asked words of the command line that say which run it is, besides the experiment's name
 */
public record Moment(long step, long steps, double loss, List<String> asked) {
    public Moment {
        asked = List.copyOf(asked);
    }
}
