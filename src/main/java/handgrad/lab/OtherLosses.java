package handgrad.lab;

import handgrad.input.claim.Case;
import handgrad.input.claim.Claim;
import handgrad.input.claim.Handed;
import handgrad.judge.rounding.Sensitivity;
import handgrad.network.Network;
import handgrad.network.Point;
import handgrad.network.Precision;
import handgrad.network.Reduction;
import handgrad.network.compare.Comparison;
import handgrad.network.compare.Tolerance;
import handgrad.network.function.Definitions;
import handgrad.network.function.Loss;
import handgrad.network.function.Upstream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Tells the right gradient of another loss apart from a wrong gradient: of the loss that a class supplies itself, and of the
 * losses and reductions that the network could have been given.
 */
record OtherLosses(Case given, Claim claim, Precision precision) {
    /** How close central differences come to the gradient of the same loss. */
    private static final double DIFFERENCES = 1e-5;

    private record Other(String name, double loss, boolean gradientRight) {}

    /**
     * What there is to say, a sentence each.
     *
     * @param right the loss by the network's definition
     * @param passes whether the gradient is right as it is
     */
    List<String> notes(double right, boolean passes) {
        boolean lossRight = claim.loss().isEmpty() || close(claim.loss().getAsDouble(), right);
        var notes = new ArrayList<String>();
        if (!passes && ownGradient()) {
            notes.add("It is the right gradient of its own loss; that loss is another one.");
        }
        if (passes && lossRight) {
            return notes;
        }
        List<Other> others = others().toList();
        others.stream()
                .filter(other -> !passes && other.gradientRight)
                .forEach(other -> notes.add("It is the right gradient of another loss, %s.".formatted(other.name)));
        if (!lossRight) {
            double found = claim.loss().getAsDouble();
            notes.add(others.stream()
                    .filter(other -> close(found, other.loss))
                    .findFirst()
                    .map(other -> "The claimed loss is that of another loss, %s.".formatted(other.name))
                    .orElse("The claimed loss is wrong: expected %s, found %s.".formatted(right, found)));
        }
        return notes;
    }

    private boolean ownGradient() {
        return claim.differences()
                .map(differences ->
                        Comparison.of(claim.gradient(), differences, precision).within(DIFFERENCES))
                .orElse(false);
    }

    private boolean close(double claimed, double right) {
        double printed = claim.handed().lossError() + pointError();
        return Math.abs(claimed - right) <= printed + Tolerance.gradient(precision) * Math.max(1, Math.abs(right));
    }

    /** What printed digits of the parameters and samples leave open. */
    private double pointError() {
        return claim.handed()
                .printed()
                .flatMap(Handed.Printed::point)
                .map(errors -> Sensitivity.of(given.parameters(), given.samples(), errors, Sensitivity::loss)[0])
                .orElse(0.0);
    }

    private Stream<Other> others() {
        Network network = given.network();
        return Definitions.all(Loss.class).stream()
                .filter(loss -> !(network.loss() instanceof Upstream))
                .filter(loss ->
                        loss.accepts(network.outputLayer().activation()) && loss.fewestOutputs() <= network.nOut())
                .flatMap(loss -> Arrays.stream(Reduction.values())
                        .map(reduction -> new Network(network.layers(), loss, reduction)))
                .filter(other -> !other.equals(network))
                .map(this::other);
    }

    private Other other(Network network) {
        var there = new Point(network, given.parameters().values());
        var oracle = new Oracle(
                new Case(given.name(), there, given.samples(), given.claim(), given.learningRate(), given.penalty()),
                precision);
        boolean right = ClaimJudge.of(oracle, there, given.samples(), claim, precision)
                .judgement()
                .passes();
        return new Other(
                "%s (%s)".formatted(network.loss().id(), network.reduction().id()), oracle.loss(), right);
    }
}
