package handgrad.judge.function;

import java.util.Arrays;
import java.util.Optional;

/** A gradient of zeros, or a multiple of the right one: {@code claimed = k right}. */
final class Multiples implements Reader {
    /** A multiple without a meaning is believed only where this many entries agree on it. */
    private static final int AGREEING = 3;

    @Override
    public Optional<Structure> read(Evidence evidence, Scene scene) {
        return what(evidence, scene)
                .map(found -> new Structure(
                        found.tensor(),
                        "the gradient of %s is %s".formatted(Sentences.name(found.tensor()), found.sentence()),
                        found.residual()));
    }

    /** The same with a sentence that lacks its subject. */
    static Optional<Structure> what(Evidence evidence, Scene scene) {
        double[] right = evidence.right();
        double[] tolerance = evidence.tolerance();
        Optional<Structure> zero = Fit.of(evidence, new double[right.length], tolerance, "zero");
        boolean exactly = evidence.entries().stream()
                .filter(entry -> !Double.isNaN(entry.right()))
                .allMatch(entry -> entry.claimed() == 0);
        if (zero.isPresent() && exactly) {
            return zero;
        }
        double products = 0;
        double squares = 0;
        double doubts = 0;
        int informative = 0;
        for (Entry entry : evidence.entries()) {
            if (!Double.isNaN(entry.right())) {
                products += entry.claimed() * entry.right();
                squares += entry.right() * entry.right();
                doubts += entry.tolerance() * Math.abs(entry.right());
                informative += Math.abs(entry.right()) > 4 * entry.tolerance() ? 1 : 0;
            }
        }
        double k = products / squares;
        double doubt = Math.max(1, Math.abs(k)) * doubts / squares;
        if (!Double.isFinite(k) || k == 0) {
            return Optional.empty();
        }
        Optional<String> meaning = Constants.meaning(k, doubt, scene);
        if (meaning.isEmpty() && informative < AGREEING) {
            return Optional.empty();
        }
        double[] allowed =
                Arrays.stream(tolerance).map(t -> Math.max(1, Math.abs(k)) * t).toArray();
        String sentence = meaning.orElse(Constants.number(k) + " times the right one");
        return Fit.of(evidence, Fit.scaled(right, k), allowed, sentence);
    }
}
