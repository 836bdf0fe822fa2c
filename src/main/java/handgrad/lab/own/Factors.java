package handgrad.lab.own;

import static handgrad.lab.own.Update.reason;

import handgrad.input.claim.Case;
import handgrad.network.Block;
import handgrad.network.Point;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** An update that is a multiple of the right gradient, {@code u = c g}, with one factor or with one for each parameter. */
record Factors(Case task, Point u, Point g, Nearness nearness) {
    private static final double WHOLE = 1e-6;

    /** The mistake; empty where some parameter does not follow its gradient. */
    Optional<Reason> read() {
        List<Block> moving =
                blocks().stream().filter(block -> square(block) > 0).toList();
        boolean all = !moving.isEmpty()
                && blocks().stream().allMatch(block -> nearness.fits(u, scaled(factor(block), g), block));
        if (!all) {
            return Optional.empty();
        }
        List<Double> factors = moving.stream().map(this::factor).toList();
        boolean one = factors.stream().allMatch(factor -> same(factor, factors.get(0)));
        return Optional.of(one ? whole(factors.get(0)) : someLayers(moving, factors));
    }

    private List<Block> blocks() {
        return task.network().blocks();
    }

    private static double[] scaled(double factor, Point g) {
        return Right.scaled(factor, g).values();
    }

    private static boolean same(double factor, double other) {
        return Math.abs(factor - other) <= WHOLE * Math.max(1, Math.abs(other));
    }

    private double square(Block block) {
        return IntStream.range(block.offset(), block.end())
                .mapToDouble(i -> g.values()[i] * g.values()[i])
                .sum();
    }

    /** The {@code c} by which a block of {@code u} is nearest to {@code c g}. */
    private double factor(Block block) {
        double along = IntStream.range(block.offset(), block.end())
                .mapToDouble(i -> u.values()[i] * g.values()[i])
                .sum();
        return square(block) == 0 ? 0 : along / square(block);
    }

    /** {@code u = c g}. */
    private Reason whole(double c) {
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
        if (same(c, task.learningRate().orElseThrow())) {
            return reason("rate-twice", "the learning rate is applied twice", "theta - rate^2 dL/dtheta");
        }
        if (same(c * task.learningRate().orElseThrow(), 1)) {
            return reason("rate-missing", "the learning rate is not applied", "theta - dL/dtheta");
        }
        return reason(
                "update-scaled",
                "the step is %s times the right one".formatted(times),
                "theta - %s rate dL/dtheta".formatted(times));
    }

    /** {@code u = c g} with another {@code c} in some layers or parameters. */
    private Reason someLayers(List<Block> moving, List<Double> factors) {
        List<Block> still = those(moving, factors, c -> Math.abs(c) <= WHOLE);
        List<Block> twice = those(moving, factors, c -> same(c, 2));
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
        String symbol = moving.get(first).symbol();
        String times = Reason.factor(factors.get(first));
        return reason(
                "update-scaled",
                "the step of %s is %s times the right one".formatted(symbol, times),
                "%s - %s rate dL/d%s".formatted(symbol, times, symbol));
    }

    private static List<Block> those(List<Block> moving, List<Double> factors, Predicate<Double> property) {
        var blocks = new ArrayList<Block>();
        for (int k = 0; k < factors.size(); k++) {
            if (property.test(factors.get(k))) {
                blocks.add(moving.get(k));
            }
        }
        return blocks;
    }

    private static String names(List<Block> blocks) {
        return blocks.stream().map(Block::symbol).collect(Collectors.joining(" and "));
    }
}
