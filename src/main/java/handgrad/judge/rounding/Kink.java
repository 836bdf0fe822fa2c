package handgrad.judge.rounding;

import handgrad.judge.oracle.Lean;
import java.util.List;

/**
 * A number on one sample where rounding decides on which side of a kink a function stands, as a relu whose z is 0 up to its
 * error.
 *
 * @param choices those of the function's choices that are undecided there
 * @param above whether the oracle stands above
 * @param exact whether the oracle stands exactly on it
 * @param below the slope of the side below; of a loss, nothing
 * @param aboveIt that of the side above
 */
record Kink(Place place, int unit, List<Choice> choices, boolean above, boolean exact, double below, double aboveIt) {
    /**
     * Where a function is evaluated.
     *
     * @param part of the samples
     * @param layer whose activation it is; for the loss, the number of layers
     * @param sample within the part
     */
    record Place(int part, int layer, int sample) {}

    /**
     * An undecided choice.
     *
     * @param number among those of the function
     * @param before how many the function has made on the samples before
     * @param negated whether it asks whether the number is below
     */
    record Choice(int number, int before, boolean negated) {
        double share(double above) {
            return negated ? 1 - above : above;
        }
    }

    Kink {
        choices = List.copyOf(choices);
    }

    /** The share of the side above that the oracle takes. */
    double natural() {
        return above ? 1 : 0;
    }

    double slope(double share) {
        return share == 1 ? aboveIt : share == 0 ? below : share * aboveIt + (1 - share) * below;
    }

    /** What tells a function evaluated on this sample alone which side to take. */
    List<Lean> alone(double share) {
        return choices.stream()
                .map(choice -> new Lean(choice.number, unit, choice.share(share)))
                .toList();
    }

    /** What tells a function evaluated on all samples of the part. */
    List<Lean> amongSamples(double share) {
        return choices.stream()
                .map(choice -> new Lean(choice.before + choice.number, unit, choice.share(share)))
                .toList();
    }
}
