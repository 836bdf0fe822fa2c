package handgrad.lab;

import handgrad.input.claim.Case;
import handgrad.input.claim.Claim;
import handgrad.judge.Allowance;
import handgrad.judge.Judgement;
import handgrad.network.Block;
import handgrad.network.Penalty;
import handgrad.network.Point;
import handgrad.network.Precision;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.IntToDoubleFunction;
import java.util.stream.Collectors;

/** What a case could have declared for its claim to be right: a wrong gradient may be the right one of something else. */
record Readings(Case given, Claim claim, Oracle oracle, Judgement judgement, Precision precision) {
    private static final double SAME = 1e-9;
    private static final int SHOWN = 10;
    private static final List<Double> RATES = List.of(1.0, 0.1, 0.01, 1e-3, 1e-4);

    /** What there is to say, a sentence each. */
    List<String> notes() {
        var notes = new ArrayList<String>();
        if (!claim.gradient().isFinite()) {
            return notes;
        }
        withoutBiases().ifPresent(notes::add);
        scaled().ifPresent(notes::add);
        withPenalty().ifPresent(notes::add);
        if (notes.isEmpty()) {
            subtracted().ifPresent(notes::add);
        }
        return notes;
    }

    private Judgement judged(double[] gradient, Allowance allowance) {
        return oracle.judge(new Point(given.network(), gradient), allowance);
    }

    private Allowance allowance() {
        return new Allowance(claim.handed().blocks(), new double[given.network().size()]);
    }

    private Optional<String> withoutBiases() {
        var weights = claim.handed().blocks().stream().filter(Block::isWeight).collect(Collectors.toSet());
        boolean zero = given.network().blocks().stream()
                .filter(block -> !block.isWeight())
                .allMatch(block -> isZero(given.parameters().values(block))
                        && isZero(claim.gradient().values(block)));
        boolean any = weights.size() < claim.handed().blocks().size();
        var allowed = new Allowance(weights, new double[given.network().size()]);
        return any && zero && judged(claim.gradient().values(), allowed).passes()
                ? Optional.of(
                        "The biases and their claimed gradients are all 0, and the rest is right: if your program has no biases, leave `bias` out of the layers.")
                : Optional.empty();
    }

    private static boolean isZero(double... values) {
        for (double value : values) {
            if (value != 0) {
                return false;
            }
        }
        return true;
    }

    /** The claim as a multiple of the right gradient. */
    private Optional<String> scaled() {
        double[] right = judgement.oracle().values();
        double factor = fitted(claim.gradient().values(), right);
        if (factor == 0 || !Double.isFinite(factor)) {
            return Optional.empty();
        }
        double[] back = claim.gradient().values().clone();
        for (int i = 0; i < back.length; i++) {
            back[i] /= factor;
        }
        if (!judged(back, allowance()).passes()) {
            return Optional.empty();
        }
        String times = shown(factor);
        if (times.equals("-1")) {
            return Optional.of(
                    "It is the right gradient with the opposite sign: if your program adds it to the parameters, declare \"direction\": \"ascent\".");
        }
        if (factor < 0) {
            return Optional.of(
                    "It is %s times the right gradient, as the update of a step is: if it is one, put it under `claimed.updates` and declare \"learningRate\": %s."
                            .formatted(times, shown(-factor)));
        }
        OptionalDouble loss = claim.loss();
        boolean both =
                loss.isPresent() && Math.abs(loss.getAsDouble() - factor * oracle.loss()) <= SAME * loss.getAsDouble();
        return both
                ? Optional.of("The loss and the gradient are both %s times those of %s (%s)%s."
                        .formatted(
                                times,
                                given.network().loss().id(),
                                given.network().reduction().id(),
                                reason(times)))
                : Optional.empty();
    }

    private String reason(String times) {
        boolean half = given.network().loss().id().equals("half-squared-error");
        return half && times.equals("2")
                ? ": both are right for the sum of squares, without 1/2; if that is meant, declare \"loss\": \"sum-squared-error\""
                : ": they agree with each other, and may be right for a loss that is scaled so";
    }

    private double fitted(double[] claimed, double[] base) {
        return sum(i -> claimed[i] * base[i]) / sum(i -> base[i] * base[i]);
    }

    private double sum(IntToDoubleFunction term) {
        double sum = 0;
        for (Block block : claim.handed().blocks()) {
            for (int i = block.offset(); i < block.end(); i++) {
                sum += term.applyAsDouble(i);
            }
        }
        return sum;
    }

    /** The claim as the right gradient and a multiple of what a penalty adds. */
    private Optional<String> withPenalty() {
        double[] difference = claim.gradient().values().clone();
        double[] right = judgement.oracle().values();
        for (int i = 0; i < difference.length; i++) {
            difference[i] -= right[i];
        }
        for (boolean biases : new boolean[] {false, true}) {
            for (Penalty unit : List.of(new Penalty(0, 0.5, biases), new Penalty(1, 0, biases))) {
                double lambda = fitted(difference, unit.gradient(given.parameters()));
                if (explains(difference, unit, lambda)) {
                    return Optional.of(penalty(unit, lambda));
                }
            }
        }
        return Optional.empty();
    }

    private boolean explains(double[] difference, Penalty unit, double lambda) {
        double[] added = unit.gradient(given.parameters());
        double largest = 0;
        double off = 0;
        for (Block block : claim.handed().blocks()) {
            for (int i = block.offset(); i < block.end(); i++) {
                largest = Math.max(largest, Math.abs(lambda * added[i]));
                off = Math.max(off, Math.abs(difference[i] - lambda * added[i]));
            }
        }
        return lambda != 0 && Double.isFinite(lambda) && off <= SAME * largest;
    }

    private String penalty(Penalty unit, double lambda) {
        if (!given.penalty().equals(Penalty.NONE)) {
            return "It differs from the right gradient by %s times what a penalty adds: look at the lambda that was declared."
                    .formatted(shown(lambda));
        }
        String over = unit.biases() ? ", \"biases\": true" : "";
        String declared = unit.absolute() == 0
                ? "{\"l2\": %s, \"half\": true%s}".formatted(shown(lambda), over)
                : "{\"l1\": %s%s}".formatted(shown(lambda), over);
        return "It is the right gradient of this loss with a penalty: if your loss has it, declare \"penalty\": %s."
                .formatted(declared);
    }

    /** The claim as a difference of parameters over a rate. */
    private Optional<String> subtracted() {
        for (double rate : RATES) {
            double[] extra = new double[given.network().size()];
            for (int i = 0; i < extra.length; i++) {
                extra[i] = 4 * precision.epsilon() * Math.abs(given.parameters().values()[i]) / rate;
            }
            if (judged(claim.gradient().values(), new Allowance(claim.handed().blocks(), extra))
                    .passes()) {
                return Optional.of(
                        "It is off by no more than (before - after) / %s rounds: if it is made so, declare `fromStep`: true in `claimed` and the \"learningRate\", or give the parameters `after` the step in place of the gradient."
                                .formatted(shown(rate)));
            }
        }
        return Optional.empty();
    }

    private static String shown(double number) {
        return new BigDecimal(number)
                .round(new MathContext(SHOWN))
                .stripTrailingZeros()
                .toPlainString();
    }
}
