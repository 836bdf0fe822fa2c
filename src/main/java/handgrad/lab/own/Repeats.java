package handgrad.lab.own;

import handgrad.Figures;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;

/**
 * What answers to the same question say that are not the same: something is kept from one call to the next. With {@code g1, g2}
 * the first two answers to the first question, {@code g2 - g1 = beta g1} where the answer before is still in them:
 * {@code beta = 1} where a gradient is never set to zero, less for momentum.
 */
public final class Repeats {
    /** Relative to the largest entry; larger than what sums in another order, as those of threads, make of the same numbers. */
    private static final double SAME = 1e-9;

    private static final double FITS = 1e-6;

    private final List<Given> answers;
    private final List<Part> parts;

    /** An answer to a question; equal questions are the same one. */
    public record Given(Object question, double[] gradient) {}

    /** A stretch of a gradient that has a name, such as a bias. */
    public record Part(String name, int from, int to) {}

    /**
     * What is kept.
     *
     * @param part the first that is concerned, where not all of them are
     */
    public record Kept(String mistake, Optional<Part> part, String sentence, String computes, String right) {}

    /**
     * @param answers of one process, in order: A, A, B, B, A for two questions, as many as there were
     * @param parts of each gradient, the one that is computed first before the others
     */
    public Repeats(List<Given> answers, List<Part> parts) {
        this.answers = List.copyOf(answers);
        this.parts = List.copyOf(parts);
    }

    /** Whether the same question has always had the same answer. */
    public boolean none() {
        for (int i = 0; i < answers.size(); i++) {
            for (int j = 0; j < i; j++) {
                boolean same = answers.get(i).question.equals(answers.get(j).question);
                if (same && !same(gradient(i), gradient(j))) {
                    return false;
                }
            }
        }
        return true;
    }

    /** What is kept, where the first answer of a new process is the same as that of this one. */
    public Kept kept() {
        return repeated().or(this::ofTheCallBefore).orElseGet(() -> {
            boolean second = answers.size() > 1 && !same(gradient(0), gradient(1));
            return new Kept(
                    "state-between-calls",
                    Optional.empty(),
                    second
                            ? "the second answer to the same question is not the first: something is kept from one call to the next"
                            : "the same question is answered otherwise after another one: something is kept from one call to the"
                                    + " next, as activations of the last forward pass",
                    "a gradient that depends on the calls before",
                    "a gradient of this call's numbers alone");
        });
    }

    /** Where it is not: nothing but chance is at work. */
    public static Kept chance() {
        return new Kept(
                "answers-differ-by-chance",
                Optional.empty(),
                "the same question in a new process is answered otherwise: random numbers without a fixed seed, as of dropout",
                "a random gradient of the same point",
                "the same gradient, whenever it is asked");
    }

    /** {@code g2 = g1 + beta g1}, in all parts or in some. */
    private Optional<Kept> repeated() {
        if (answers.size() < 2) {
            return Optional.empty();
        }
        double beta = Double.NaN;
        Part concerned = null;
        boolean all = true;
        for (Part part : parts) {
            double[] g1 = Arrays.copyOfRange(gradient(0), part.from, part.to);
            double[] more = minus(Arrays.copyOfRange(gradient(1), part.from, part.to), g1);
            if (largest(more) <= SAME * largest(g1)) {
                all = false;
                continue;
            }
            double factor = dot(more, g1) / dot(g1, g1);
            double[] rest = minus(more, DoubleStream.of(g1).map(g -> factor * g).toArray());
            if (!(largest(rest) <= FITS * largest(more)) || Math.abs(factor - beta) > FITS) {
                return Optional.empty();
            }
            beta = factor;
            concerned = concerned == null ? part : concerned;
        }
        return concerned == null ? Optional.empty() : Optional.of(repeated(beta, concerned, all));
    }

    private static Kept repeated(double beta, Part concerned, boolean all) {
        String g = concerned.name;
        Optional<Part> part = all ? Optional.empty() : Optional.of(concerned);
        if (Math.abs(beta - 1) < FITS) {
            return new Kept(
                    "gradient-not-reset",
                    part,
                    "the gradient of the call before is still in it: it is added to, and not set to zero first",
                    "%s += ... on top of the last call's %s".formatted(g, g),
                    "%s = 0 at the start of each call, then %s += ...".formatted(g, g));
        }
        String factor = Figures.of(Math.rint(beta * 1e6) / 1e6);
        return new Kept(
                "momentum-in-the-gradient",
                part,
                "%s times the answer of the call before is in it, as in momentum: that belongs to the update, and starts at zero"
                        .formatted(factor),
                "%s + %s times the last answer".formatted(g, factor),
                g);
    }

    /** The first answer to B is that to A. */
    private Optional<Kept> ofTheCallBefore() {
        boolean late = answers.size() > 3
                && same(gradient(2), gradient(1))
                && !same(gradient(2), gradient(3))
                && same(gradient(0), gradient(1));
        return late
                ? Optional.of(new Kept(
                        "answer-of-the-call-before",
                        Optional.empty(),
                        "the answer is that of the call before: the backward pass uses what an earlier forward pass has left",
                        "the gradient at the point of the call before",
                        "the gradient at this call's point: run the forward pass first"))
                : Optional.empty();
    }

    private double[] gradient(int i) {
        return answers.get(i).gradient;
    }

    /** Up to what the order of sums may change. */
    public static boolean same(double[] one, double[] other) {
        return Arrays.equals(one, other)
                || (one.length == other.length && largest(minus(one, other)) <= SAME * largest(one));
    }

    private static double[] minus(double[] one, double[] other) {
        double[] difference = new double[one.length];
        Arrays.setAll(difference, i -> one[i] - other[i]);
        return difference;
    }

    private static double dot(double[] one, double[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += one[i] * other[i];
        }
        return sum;
    }

    private static double largest(double... values) {
        return DoubleStream.of(values).map(Math::abs).reduce(0, Math::max);
    }
}
