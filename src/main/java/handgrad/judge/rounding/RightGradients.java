package handgrad.judge.rounding;

import handgrad.judge.oracle.ForwardMode;
import handgrad.judge.oracle.Lean;
import handgrad.network.Penalty;
import handgrad.network.Point;
import handgrad.network.Precision;
import handgrad.network.Samples;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The right gradients at a point: the oracle's; and where functions stand at kinks up to rounding, as a relu whose z is 0, that of
 * each branch through them. There the loss has one slope on one side and another on the other, and no derivative; programs take
 * either side, or their mean, or as rounding falls. But a number has one slope on a sample, so that all entries of a gradient have
 * to agree on it: each branch has a gradient, and a bound of its rounding, of its own.
 */
public final class RightGradients {
    /** Numbers that a search may look at. */
    private static final double BUDGET = 2e8;
    /** How far what a search finds by hand may be from what is judged, in tolerances of any branch. */
    private static final double NEAR = 4;

    /**
     * A right gradient.
     *
     * @param tolerance the largest error of each entry that rounding explains
     */
    public record Right(double[] gradient, double[] tolerance) {
        /** Whether an entry of a gradient is right; where the tolerance is infinite, only what is equal. */
        public boolean has(double[] judged, int i) {
            double error = Math.abs(judged[i] - gradient[i]);
            return error == 0 || (error <= tolerance[i] && Double.isFinite(tolerance[i]));
        }

        /** The same where each entry may be off by so much more. */
        public Right within(double[] slack) {
            double[] wider = tolerance.clone();
            for (int i = 0; i < wider.length; i++) {
                wider[i] += slack[i];
            }
            return new Right(gradient, wider);
        }

        /** Whether all entries are right. */
        public boolean has(double[] judged) {
            for (int i = 0; i < judged.length; i++) {
                if (!has(judged, i)) {
                    return false;
                }
            }
            return true;
        }
    }

    private final Point theta;
    private final RoundingBound bound;
    private final Precision precision;
    private final double factor;
    /** What is added to each entry after the reduction, and how far that may be off. */
    private final Right added;
    /** Of the parts that do not stand at a kink, not reduced. */
    private final double[] elsewhere;

    private final Map<Integer, ForwardMode> atKinks = new TreeMap<>();
    private int parts;

    /** @param precision of the program that is judged; the oracle itself is in double precision */
    public RightGradients(Point theta, Samples samples, Precision precision, Penalty penalty) {
        this.theta = theta;
        this.precision = precision;
        this.bound = new RoundingBound(theta, precision, samples.n());
        this.factor = theta.network().reduction().factor(samples.n());
        this.added = new Right(penalty.gradient(theta), penalty.uncertainty(theta, precision, samples.n()));
        this.elsewhere = new double[theta.network().size()];
        samples.parts(theta.network()).forEach(this::add);
    }

    private void add(Samples part) {
        var forward = new ForwardMode(theta, part);
        if (bound.add(part)) {
            atKinks.put(parts, forward);
        } else {
            forward.addTo(elsewhere);
        }
        parts++;
    }

    /** Whether the point stands at a kink on any sample. */
    public boolean atKink() {
        return !atKinks.isEmpty();
    }

    /** That of the oracle's own branch: at a kink the side of its value, at 0 the one below. */
    public Right natural() {
        return along(Branch.natural(bound.kinks()));
    }

    /**
     * Of another branch, that which a gradient has taken, if there is any.
     *
     * @param slack how far each entry may be off besides rounding
     */
    public Optional<Right> of(double[] judged, double[] slack) {
        if (!atKink() || !Arrays.stream(judged).allMatch(Double::isFinite)) {
            return Optional.empty();
        }
        List<Kink> kinks = bound.kinks();
        List<PlainPart> plain = atKinks.keySet().stream()
                .map(number -> new PlainPart(bound.setting(), number, bound.part(number)))
                .toList();
        double[] tolerance = anyBranch(kinks, slack);
        double[] wanted = new double[judged.length];
        for (int i = 0; i < wanted.length; i++) {
            wanted[i] = (judged[i] - added.gradient[i]) / factor - elsewhere[i];
        }
        // Only when none of the uniform ones fits.
        Stream<Branch> searched = Stream.of(new BranchSearch(theta.network(), plain, kinks, wanted, tolerance))
                .filter(search -> (double) kinks.size() * theta.network().size() <= BUDGET)
                .map(BranchSearch::found);
        return Stream.concat(new UniformBranches(theta.network(), kinks).all(), searched)
                .filter(branch -> near(byHand(plain, branch), wanted, tolerance))
                .map(branch -> along(branch).within(slack))
                .filter(right -> right.has(judged))
                .findFirst();
    }

    /** What each entry may be off by, not reduced, on whichever side all kinks are. */
    private double[] anyBranch(List<Kink> kinks, double[] slack) {
        double[] most = bound.worst(Branch.natural(kinks));
        for (double side : new double[] {0, 1}) {
            double[] other = bound.worst(Branch.of(kinks, Fit.shares(kinks, side, side)));
            for (int i = 0; i < most.length; i++) {
                most[i] = Math.max(most[i], other[i]);
            }
        }
        for (int i = 0; i < most.length; i++) {
            most[i] = (most[i] + added.tolerance[i] + slack[i]) / factor;
        }
        return most;
    }

    private double[] byHand(List<PlainPart> plain, Branch branch) {
        double[] gradient = new double[elsewhere.length];
        plain.forEach(part -> part.addTo(gradient, branch));
        return gradient;
    }

    private static boolean near(double[] gradient, double[] wanted, double[] tolerance) {
        for (int i = 0; i < wanted.length; i++) {
            if (!(Math.abs(gradient[i] - wanted[i]) <= NEAR * tolerance[i])) {
                return false;
            }
        }
        return true;
    }

    private Right along(Branch branch) {
        double[] gradient = elsewhere.clone();
        atKinks.forEach((number, forward) -> {
            lean(number, forward, branch);
            forward.addTo(gradient);
            forward.leanNowhere();
        });
        for (int i = 0; i < gradient.length; i++) {
            gradient[i] *= factor;
        }
        double[] tolerance = bound.entries(branch, gradient);
        for (int i = 0; i < gradient.length; i++) {
            gradient[i] += added.gradient[i];
            tolerance[i] += added.tolerance[i] + rounding(i, gradient[i]);
        }
        return new Right(gradient, tolerance);
    }

    private double rounding(int i, double entry) {
        return added.gradient[i] == 0 ? 0 : 2 * precision.epsilon() * Math.abs(entry);
    }

    private static void lean(int number, ForwardMode forward, Branch branch) {
        for (Branch.Turn turn : branch.turns()) {
            if (turn.kink().place().part() == number) {
                for (Lean lean : turn.kink().amongSamples(turn.share())) {
                    forward.lean(turn.kink().place().layer(), lean);
                }
            }
        }
    }
}
