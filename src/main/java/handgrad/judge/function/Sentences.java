package handgrad.judge.function;

import handgrad.Figures;
import handgrad.Shown;
import java.util.ArrayList;
import java.util.List;

/** What is said beside the verdict. */
final class Sentences {
    /** Losses that scatter more than this many roundings have fewer digits than their format. */
    private static final double SCATTERED = 1e5;

    private Sentences() {}

    static String name(String given) {
        return "'" + Shown.text(given) + "'";
    }

    static String notFinite(double loss) {
        return "the loss at this point is %s: no gradient can be judged there".formatted(Figures.of(loss));
    }

    static String chance(double loss, double again) {
        return "the loss is not the same when it is asked twice at one point, first %s, then %s: the function depends on chance or on earlier calls, and must be made repeatable (a fixed seed, no dropout, no state kept) before its gradient can be judged"
                .formatted(loss, again);
    }

    static String nothingLeft(int asked) {
        return "time or losses were used up after %s: nothing was judged".formatted(Figures.count(asked, "call"));
    }

    static List<String> remarks(List<TensorResult> results, double loss, double noise, Format format) {
        var remarks = new ArrayList<String>();
        for (TensorResult result : results) {
            String name = name(result.name());
            int unjudged = result.size() - result.judged() - result.undecided();
            if (unjudged > 0) {
                remarks.add("of the gradient of %s, %s of %s entries were judged one by one, %s"
                        .formatted(
                                name,
                                Figures.number(result.judged()),
                                Figures.number(result.size()),
                                result.directions() > 0
                                        ? "the others only along %d directions of all together"
                                                .formatted(result.directions())
                                        : "the others not at all: the budget was used up"));
            }
            if (result.kinks() > 0) {
                remarks.add(
                        "%d of %d entries of %s stand at a kink, where the loss has two slopes: either, and what lies between, is accepted"
                                .formatted(result.kinks(), result.size(), name));
            }
            if (result.undecided() > 0) {
                remarks.add(
                        "%d of %d entries of %s could not be judged: the loss is not finite nearby, scatters too much, or several kinks meet there"
                                .formatted(result.undecided(), result.size(), name));
            }
        }
        if (noise > SCATTERED * format.epsilon() * Math.abs(loss)) {
            remarks.add(
                    "the loss %s scatters by %s, more than rounding in %s explains by itself: where it is computed or printed with fewer digits, errors below that are not seen"
                            .formatted(Figures.of(loss), Figures.difference(noise), format.id()));
        }
        return List.copyOf(remarks);
    }
}
