package handgrad.judge.diagnosis;

import handgrad.judge.Allowance;
import handgrad.judge.diagnosis.Diagnosis.Finding;
import handgrad.judge.diagnosis.Diagnosis.Search;
import handgrad.judge.diagnosis.Diagnosis.Separating;
import handgrad.judge.reading.Cause;
import handgrad.judge.reading.Claim;
import handgrad.judge.reading.Reader;
import handgrad.network.Block;
import handgrad.network.Network;
import handgrad.network.Point;
import handgrad.network.Precision;
import handgrad.network.Samples;
import handgrad.network.compare.Tolerance;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Finds the mistake in a wrong gradient: computes what each known mistake would produce, alone, and keeps what fits; where none
 * does, reads layer by layer what the program computed ({@link Reader}). A mistake fits if it explains the claim down to
 * rounding, {@link #fit}, and at least a thousand times better than the right gradient does.
 */
public final class Diagnostician {
    private static final double BETTER = 1e-3;
    /** The same of a reading, and of numbers that were printed with few digits. */
    private static final double CLEARLY_BETTER = 0.05;
    /** Numbers printed with fewer digits than this say nothing. */
    private static final double COARSE = 0.02;
    /** What clipping has to explain better than no clipping does. */
    private static final double CLEARLY = 10;
    /** Fits closer than this to the best one are as good. */
    private static final double TIE = 100;

    private final WithBiases biases;
    private final Allowance open;
    private final Network network;
    private final Point theta;
    private final Samples samples;
    private final OptionalDouble learningRate;
    private final Place place;
    private final Catalogue catalogue;
    private final double fit;
    private final double rounding;
    private final double unprinted;

    /**
     * @param learningRate of the update that the gradient was meant for, where it is known
     * @param precision of the program that made the claim
     */
    public Diagnostician(Point theta, Samples samples, OptionalDouble learningRate, Precision precision) {
        this(theta, samples, learningRate, precision, Allowance.none(theta.network()));
    }

    /** The same where a claim leaves something open. */
    public Diagnostician(
            Point given, Samples samples, OptionalDouble learningRate, Precision precision, Allowance allowance) {
        this.biases = new WithBiases(given.network());
        this.theta = biases.point(given);
        this.network = theta.network();
        this.open = biases.allowance(allowance);
        this.samples = samples;
        this.learningRate = learningRate;
        this.place = new Place(theta, samples, open.claimed());
        this.catalogue = new Catalogue(network, samples.n(), learningRate);
        this.rounding = Tolerance.gradient(precision);
        this.unprinted = unprinted();
        this.fit = Math.max(4 * Math.sqrt(precision.epsilon()), Math.min(COARSE, 2 * unprinted));
    }

    /** Diagnoses a gradient that is wrong. */
    public Diagnosis diagnose(Point claim) {
        return diagnose(open.filled(network, biases.point(claim).values(), place.right));
    }

    private Diagnosis diagnose(double[] claim) {
        if (!Arrays.stream(claim).allMatch(Double::isFinite)) {
            return new Diagnosis(List.of(), Optional.empty(), Search.NONE, List.of());
        }
        double better = unprinted > 0 ? CLEARLY_BETTER : BETTER;
        double enough = Math.min(fit, better * place.distance(claim, place.right));
        List<Fault> faults = catalogue.faults();
        var fits = fits(
                claim, faults.stream().filter(fault -> !catalogue.fitted(fault)).map(List::of), enough);
        if (!fits.isEmpty()) {
            return best(fits);
        }
        fits = fits(claim, faults.stream().filter(catalogue::fitted).map(List::of), enough);
        if (fits.isEmpty()) {
            return read(claim);
        }
        Diagnosis best = best(fits);
        return best.findings().get(0).has(Mistake.WRONG_SCALE) ? read(claim).ifAsSimpleAs(best) : best;
    }

    /** What the program computed, layer by layer. */
    private Diagnosis read(double[] claim) {
        double largest = Arrays.stream(place.right).map(Math::abs).max().orElseThrow();
        double least =
                Math.max(rounding * largest, Arrays.stream(open.extra()).max().orElseThrow());
        var reader = new Reader(
                theta, samples, learningRate, new Claim(new Point(network, claim), open.claimed(), fit, least));
        double apart = place.distance(claim, place.right);
        var findings = reader.readings().stream()
                .filter(reading -> reading.residual() <= CLEARLY_BETTER * apart)
                .map(Finding::read)
                .toList();
        var holds = findings.isEmpty() ? reader.holds(new Point(network, place.right)) : List.<String>of();
        return new Diagnosis(findings, Optional.empty(), Search.READ, holds);
    }

    /** How far the digits that were not printed let an entry be off, relative to the largest of its parameter. */
    private double unprinted() {
        double most = 0;
        for (Block block : open.claimed()) {
            double largest = largest(place.right, block);
            double error = largest(open.extra(), block);
            most = error == 0 ? most : Math.max(most, error / largest);
        }
        return most;
    }

    private static double largest(double[] values, Block block) {
        return Arrays.stream(values, block.offset(), block.end())
                .map(Math::abs)
                .max()
                .orElseThrow();
    }

    private Cause cause(Fault fault, double[] gradient) {
        int layer = fault.layer().orElseGet(() -> uppermost(gradient));
        return new Cause(
                fault.mistake().id(),
                fault.wording().step(),
                layer,
                parameter(layer, gradient),
                fault.sentence() + (fault.layer().isEmpty() ? downFrom(layer) : ""),
                fault.wording().computes(layer),
                fault.wording().right(network, layer));
    }

    /** Where a mistake is that is made in every layer, and shows in this one first. */
    private String downFrom(int layer) {
        boolean output = layer == network.depth() - 1;
        return layer == 0 ? "" : output ? ", in every layer" : ", in every layer from there down";
    }

    /** The first layer, from the output down, in which a gradient is not the right one. */
    private int uppermost(double[] gradient) {
        int l = network.depth() - 1;
        while (l > 0 && network.blocks(l).stream().noneMatch(block -> wrong(block, gradient))) {
            l--;
        }
        return l;
    }

    /** The only parameter of a layer whose gradient is not the right one. */
    private Optional<String> parameter(int l, double[] gradient) {
        List<Block> wrong = network.blocks(l).stream()
                .filter(block -> wrong(block, gradient))
                .toList();
        return wrong.size() == 1 ? Optional.of(wrong.get(0).slot().name()) : Optional.empty();
    }

    private boolean wrong(Block block, double[] gradient) {
        double largest = largest(place.right, block);
        return IntStream.range(block.offset(), block.end())
                .anyMatch(i -> !(Math.abs(gradient[i] - place.right[i]) <= rounding * largest));
    }

    private List<Finding> fits(double[] claim, Stream<List<Fault>> candidates, double enough) {
        var fits = new ArrayList<Finding>();
        candidates.forEach(faults -> {
            List<Fault> fitted = fitted(claim, faults);
            double[] gradient = place.gradient(fitted);
            double residual = place.distance(claim, gradient);
            if (residual <= enough && fitted.stream().allMatch(fault -> acts(fault, claim, residual))) {
                fits.add(new Finding(
                        fitted.stream().map(fault -> cause(fault, gradient)).toList(), fitted, residual));
            }
        });
        return fits;
    }

    /** Nothing is clipped where a loss that is not clipped fits about as well. */
    private boolean acts(Fault fault, double[] claim, double residual) {
        return fault.mistake() != Mistake.LOSS_CLIPPED
                || !(place.distance(claim, place.gradient(List.of(fault.strength(0)))) <= CLEARLY * residual);
    }

    /** A single fault of unknown strength is given the one that fits best, by least squares. */
    private List<Fault> fitted(double[] claim, List<Fault> faults) {
        if (faults.size() != 1 || !catalogue.fitted(faults.get(0))) {
            return faults;
        }
        Fault fault = faults.get(0);
        double[] zero = place.gradient(List.of(fault.strength(0)));
        double[] one = place.gradient(List.of(fault.strength(1)));
        double along = 0;
        double length = 0;
        // The strength of stale weights in every layer enters only the uppermost of them linearly.
        boolean uppermost =
                fault.mistake() == Mistake.STALE_WEIGHTS && fault.layer().isEmpty();
        int from = uppermost ? place.blocks.get(2 * network.depth() - 4).offset() : 0;
        for (int i = from; i < zero.length; i++) {
            // What is not claimed stands for nothing.
            double direction = isClaimed(i) ? one[i] - zero[i] : 0;
            along += direction * (claim[i] - zero[i]);
            length += direction * direction;
        }
        return List.of(fault.strength(length == 0 ? 0 : along / length));
    }

    private boolean isClaimed(int i) {
        return open.claimed().stream().anyMatch(block -> block.offset() <= i && i < block.end());
    }

    /** The best fit, and those that the case cannot tell from it though another case could. */
    private Diagnosis best(List<Finding> fits) {
        double smallest = fits.stream().mapToDouble(Finding::residual).min().orElseThrow();
        double tie = Math.max(rounding, TIE * smallest);
        var tied = fits.stream()
                .filter(finding -> finding.residual() <= tie)
                // Stable: the catalogue's order of likelihood decides between equals.
                .sorted(Comparator.comparingInt(finding -> finding.faults().size()))
                .toList();
        if (tied.size() == 1 || !biases.asGiven()) {
            return new Diagnosis(tied.subList(0, 1), Optional.empty(), Search.SINGLE, List.of());
        }
        var separator = new Separator(network, rounding);
        var findings = new ArrayList<Finding>();
        Optional<Separating> proposal = Optional.empty();
        for (Finding finding : tied) {
            var apart = findings.stream()
                    .map(kept -> separator.separating(kept.faults(), finding.faults()))
                    .toList();
            boolean named = findings.stream().anyMatch(kept -> kept.names().equals(finding.names()));
            if (!named && apart.stream().allMatch(Optional::isPresent)) {
                findings.add(finding);
                proposal = apart.isEmpty() || proposal.isPresent() ? proposal : apart.get(0);
            }
        }
        return new Diagnosis(findings, proposal, Search.SINGLE, List.of());
    }
}
