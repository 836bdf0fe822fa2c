package handgrad.lab.own;

import handgrad.input.claim.Case;
import handgrad.network.Block;
import handgrad.network.Network;
import handgrad.network.Point;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * A step of plain descent whose gradient is right and whose update is not, read from {@code u = (before - after) / rate} and the
 * right gradient {@code g}.
 */
record Update(Case task, Point u, Point g, Nearness nearness) {
    private static final String WHAT = "the update";
    private static final String RIGHT = "theta - rate dL/dtheta";
    private static final double WHOLE = 1e-6;

    /** The mistake, where it is one of those of updates. */
    Optional<Reason> read() {
        List<Optional<Double>> factors =
                network().blocks().stream().map(this::factor).toList();
        if (factors.stream().allMatch(Optional::isPresent)) {
            List<Double> known = factors.stream().map(Optional::get).toList();
            boolean one = known.stream().allMatch(factor -> same(factor, known.get(0)));
            return Optional.of(one ? scaled(known.get(0)) : someLayers(known));
        }
        return exchanged().or(this::decayed).or(this::twoSteps);
    }

    private Network network() {
        return task.network();
    }

    private double rate() {
        return task.learningRate().orElseThrow();
    }

    private static boolean same(double factor, double other) {
        return Math.abs(factor - other) <= WHOLE * Math.max(1, Math.abs(other));
    }

    /** {@code c} where a block of {@code u} is {@code c g}. */
    private Optional<Double> factor(Block block) {
        double along = 0;
        double length = 0;
        for (int i = block.offset(); i < block.end(); i++) {
            along += u.values()[i] * g.values()[i];
            length += g.values()[i] * g.values()[i];
        }
        double factor = length == 0 ? 1 : along / length;
        return nearness.fits(u, Right.scaled(factor, g).values(), block) ? Optional.of(factor) : Optional.empty();
    }

    /** {@code u = c g}. */
    private Reason scaled(double c) {
        int n = task.samples().n();
        String times = Reason.factor(c);
        if (same(c, -1)) {
            return reason("update-sign", "the step goes uphill: the gradient is added", "theta + rate dL/dtheta");
        }
        if (Math.abs(c) <= WHOLE) {
            return reason("no-update", "the parameters stay as they are", "theta");
        }
        if (n > 1 && same(c * n, 1)) {
            return reason(
                    "rate-divided-by-n",
                    "the learning rate is divided by the %d samples once more".formatted(n),
                    "theta - rate/n dL/dtheta");
        }
        if (same(c, 2)) {
            return reason("update-twice", "the step is made twice", "theta - 2 rate dL/dtheta");
        }
        if (n > 1 && same(c, n)) {
            return reason(
                    "rate-times-n",
                    "the step is multiplied by the %d samples".formatted(n),
                    "theta - n rate dL/dtheta");
        }
        if (same(c, rate())) {
            return reason("rate-twice", "the learning rate is applied twice", "theta - rate^2 dL/dtheta");
        }
        if (same(c * rate(), 1)) {
            return reason("rate-missing", "the learning rate is not applied", "theta - dL/dtheta");
        }
        return reason(
                "update-scaled",
                "the step is %s times the right one".formatted(times),
                "theta - %s rate dL/dtheta".formatted(times));
    }

    /** {@code u = c g} with another {@code c} in some layers or parameters. */
    private Reason someLayers(List<Double> factors) {
        List<Block> still = those(factors, c -> Math.abs(c) <= WHOLE);
        List<Block> twice = those(factors, c -> same(c, 2));
        if (!still.isEmpty() && !twice.isEmpty()) {
            return reason(
                    "wrong-layer-updated",
                    "no step is made of %s, and two of %s: the loop updates the wrong layer"
                            .formatted(names(still), names(twice)),
                    "%s -= rate dL/d%s twice"
                            .formatted(twice.get(0).symbol(), twice.get(0).symbol()));
        }
        if (!still.isEmpty()) {
            return reason("layer-not-updated", "no step is made of " + names(still), "no step of " + names(still));
        }
        int first = 0;
        while (same(factors.get(first), 1)) {
            first++;
        }
        String symbol = network().blocks().get(first).symbol();
        String times = Reason.factor(factors.get(first));
        return reason(
                "update-scaled",
                "the step of %s is %s times the right one".formatted(symbol, times),
                "%s - %s rate dL/d%s".formatted(symbol, times, symbol));
    }

    private List<Block> those(List<Double> factors, Predicate<Double> property) {
        var blocks = new ArrayList<Block>();
        for (int k = 0; k < factors.size(); k++) {
            if (property.test(factors.get(k))) {
                blocks.add(network().blocks().get(k));
            }
        }
        return blocks;
    }

    private static String names(List<Block> blocks) {
        return blocks.stream().map(Block::symbol).collect(Collectors.joining(" and "));
    }

    /** A parameter follows the gradient of another layer's of the same shape. */
    private Optional<Reason> exchanged() {
        for (Block block : network().blocks()) {
            for (Block other : network().blocks()) {
                boolean shaped = block.layer() != other.layer()
                        && block.rows() == other.rows()
                        && block.columns() == other.columns();
                if (shaped && !nearness.fits(u, g.values(), block) && nearness.fits(u, moved(other, block), block)) {
                    return Optional.of(reason(
                            "wrong-layer-updated",
                            "%s follows the gradient of %s".formatted(block.symbol(), other.symbol()),
                            "%s - rate dL/d%s".formatted(block.symbol(), other.symbol())));
                }
            }
        }
        return Optional.empty();
    }

    private double[] moved(Block from, Block to) {
        double[] moved = g.values().clone();
        System.arraycopy(g.values(), from.offset(), moved, to.offset(), from.size());
        return moved;
    }

    /** {@code u = g + lambda theta} in some parameters. */
    private Optional<Reason> decayed() {
        record Kind(String mistake, String whose, Predicate<Block> blocks) {}
        var kinds = List.of(
                new Kind("decay-on-biases", "biases", block -> !block.isWeight()),
                new Kind("weights-decay", "weights", Block::isWeight),
                new Kind("decay-on-biases", "biases, like the weights,", block -> true));
        for (Kind kind : kinds) {
            Point theta = only(kind.blocks);
            double lambda = Right.dot(Right.sum(u, -1, g), theta) / Right.dot(theta, theta);
            if (nearness.fits(u, Right.sum(g, lambda, theta).values())) {
                String factor = Reason.factor(lambda);
                String symbol = kind.mistake.equals("weights-decay") ? "W" : "b";
                return Optional.of(reason(
                        kind.mistake,
                        "the %s decay: %s times themselves is in their update".formatted(kind.whose, factor),
                        "%s - rate (dL/d%s + %s %s)".formatted(symbol, symbol, factor, symbol)));
            }
        }
        return Optional.empty();
    }

    private Point only(Predicate<Block> blocks) {
        double[] values = new double[network().size()];
        for (Block block : network().blocks()) {
            if (blocks.test(block)) {
                System.arraycopy(task.parameters().values(), block.offset(), values, block.offset(), block.size());
            }
        }
        return new Point(network(), values);
    }

    /** {@code u = g(theta) + g(theta - rate g(theta))}. */
    private Optional<Reason> twoSteps() {
        Point moved = Right.sum(task.parameters(), -rate(), g);
        boolean fits = nearness.fits(
                u, Right.sum(g, 1, Right.of(moved, task.samples())).values());
        return fits
                ? Optional.of(reason(
                        "batch-twice",
                        "two steps are made on this batch, one after the other",
                        "two steps of the same batch"))
                : Optional.empty();
    }

    private static Reason reason(String mistake, String sentence, String computes) {
        return Reason.of(WHAT, mistake, sentence, computes, RIGHT);
    }
}
