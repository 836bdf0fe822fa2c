package handgrad.lab.own;

import handgrad.input.claim.Case;
import handgrad.network.Block;
import handgrad.network.Network;
import handgrad.network.Point;
import handgrad.network.Samples;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * What one process answers to the questions A, A, B, B, A in this order, read as gradients that have those of the calls before in
 * them. With {@code a_i} the answers and {@code g_i} the right ones.
 *
 * @param update whether the answers are whole steps
 */
record History(List<Case> questions, List<Point> answers, Nearness nearness, boolean update) {
    private static final double WHOLE = 1e-6;

    /** Whether the same question has always had the same answer. */
    boolean none() {
        return repeats().none();
    }

    /** What is kept from one call to the next. */
    Reason kept() {
        List<Point> g = questions.stream().map(Right::of).toList();
        if (explained(i -> g.get(i - 1))) {
            return update
                    ? reason(
                            "update-before-backward",
                            "the step follows the gradient of the call before: it is made before the backward pass",
                            "theta - rate times the last call's dL/dtheta",
                            "backward first, then theta - rate dL/dtheta")
                    : reason(
                            "answer-of-the-call-before",
                            "the answer is that of the call before",
                            "the gradient at the point of the call before",
                            "the gradient at this call's point: run the forward pass first");
        }
        if (otherSamples() && explained(this::onTheSamplesBefore)) {
            return reason(
                    "batch-of-the-call-before",
                    "the gradient is taken on the batch of the call before",
                    "dL/dtheta of the last batch",
                    "dL/dtheta of this batch");
        }
        boolean counted = otherSamples() && explained(i -> Right.sum(g.get(i), 1, onTheSamplesBefore(i)));
        if (counted || explained(i -> Right.sum(g.get(i), 1, g.get(i - 1)))) {
            return reason(
                    "last-batch-twice",
                    "the batch of the call before is counted again",
                    "dL/dtheta of this batch + that of the last batch",
                    "dL/dtheta of this batch alone");
        }
        return mixed(g);
    }

    /** {@code a_i = alpha g_i + beta a_(i-1)}. */
    private Reason mixed(List<Point> g) {
        double[] factors = factors(g);
        double alpha = round(factors[0]);
        double beta = round(factors[1]);
        boolean fits = Double.isFinite(alpha)
                && Math.abs(beta) > WHOLE
                && explained(i -> Right.sum(Right.scaled(alpha, g.get(i)), beta, answers.get(i - 1)));
        if (fits && alpha == 1 && beta == 1) {
            return reason(
                    "gradient-not-reset",
                    "the gradient of the call before is still in it: it is added to, and not set to zero first",
                    "dL/dtheta += ... on top of the last call's",
                    "dL/dtheta = 0 at the start of each call, then dL/dtheta += ...");
        }
        if (fits) {
            String of = "dL/dtheta + %s times the last %s".formatted(Reason.factor(beta), subject());
            String mixed = alpha == 1 ? of : Reason.factor(alpha) + " " + of;
            return reason(
                    "momentum-in-the-" + subject(),
                    "%s times the %s of the call before is in it, as in momentum"
                            .formatted(Reason.factor(beta), subject()),
                    update ? "theta - rate (%s)".formatted(mixed) : mixed,
                    update ? "theta - rate dL/dtheta" : "dL/dtheta");
        }
        Repeats.Kept kept = repeats().kept();
        return reason(kept.mistake(), kept.sentence(), kept.computes(), kept.right());
    }

    /** Where the first answer of another process is not the same: nothing but chance is at work. */
    Reason chance() {
        Repeats.Kept chance = Repeats.chance();
        return reason(chance.mistake(), chance.sentence(), chance.computes(), chance.right());
    }

    private String subject() {
        return update ? "update" : "gradient";
    }

    private Reason reason(String mistake, String sentence, String computes, String right) {
        return Reason.of("the " + subject(), mistake, sentence, computes, right);
    }

    /** Whether all answers but the first, before which nothing was asked, are as a candidate says. */
    private boolean explained(IntFunction<Point> candidate) {
        return IntStream.range(1, answers.size())
                .allMatch(i -> nearness.fits(answers.get(i), candidate.apply(i).values()));
    }

    private boolean otherSamples() {
        return IntStream.range(1, questions.size()).anyMatch(i -> !samples(i).equals(samples(i - 1)));
    }

    private Samples samples(int i) {
        return questions.get(i).samples();
    }

    private Point onTheSamplesBefore(int i) {
        return Right.of(questions.get(i).parameters(), samples(i - 1));
    }

    /** {@code alpha} and {@code beta} by least squares over all answers but the first; not finite where they are not determined. */
    private double[] factors(List<Point> g) {
        double gg = 0;
        double ga = 0;
        double aa = 0;
        double gy = 0;
        double ay = 0;
        for (int i = 1; i < answers.size(); i++) {
            Point a = answers.get(i - 1);
            gg += Right.dot(g.get(i), g.get(i));
            ga += Right.dot(g.get(i), a);
            aa += Right.dot(a, a);
            gy += Right.dot(g.get(i), answers.get(i));
            ay += Right.dot(a, answers.get(i));
        }
        double determinant = gg * aa - ga * ga;
        return new double[] {(gy * aa - ay * ga) / determinant, (gg * ay - ga * gy) / determinant};
    }

    private static double round(double factor) {
        double rounded = Math.rint(factor * 1e5) / 1e5;
        return Math.abs(rounded - factor) <= WHOLE ? rounded : factor;
    }

    private Repeats repeats() {
        var given = new ArrayList<Repeats.Given>();
        for (int i = 0; i < answers.size(); i++) {
            given.add(new Repeats.Given(questions.get(i), answers.get(i).values()));
        }
        Network network = questions.get(0).network();
        var parts = network.blocks().stream()
                .sorted(Comparator.comparingInt(Block::layer).reversed())
                .map(block -> new Repeats.Part("dL/d" + block.symbol(), block.offset(), block.end()))
                .toList();
        return new Repeats(given, parts);
    }
}
