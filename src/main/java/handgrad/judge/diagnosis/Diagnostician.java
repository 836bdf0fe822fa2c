package handgrad.judge.diagnosis;

import handgrad.judge.diagnosis.Diagnosis.Finding;
import handgrad.judge.diagnosis.Diagnosis.Search;
import handgrad.judge.diagnosis.Diagnosis.Separating;
import handgrad.judge.reading.Cause;
import handgrad.judge.reading.Reader;
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
import java.util.stream.Stream;

/**
 * Finds the mistake in a wrong gradient: computes what each known mistake would produce, alone, and keeps what fits; where none
 * does, reads layer by layer what the program computed ({@link Reader}). A mistake fits if it explains the claim down to rounding, {@link #fit}, and at least a thousand times better than
 * the right gradient does.
 */
public final class Diagnostician {
    private static final double BETTER = 1e-3;
    /** Fits closer than this to the best one are as good. */
    private static final double TIE = 100;

    private final Network network;
    private final Point theta;
    private final Samples samples;
    private final OptionalDouble learningRate;
    private final Place place;
    private final Catalogue catalogue;
    private final double fit;
    private final double rounding;

    /**
     * @param learningRate of the update that the gradient was meant for, where it is known
     * @param precision of the program that made the claim
     */
    public Diagnostician(Point theta, Samples samples, OptionalDouble learningRate, Precision precision) {
        this.network = theta.network();
        this.theta = theta;
        this.samples = samples;
        this.learningRate = learningRate;
        this.place = new Place(theta, samples);
        this.catalogue = new Catalogue(network, samples.n(), learningRate);
        this.rounding = Tolerance.gradient(precision);
        this.fit = 4 * Math.sqrt(precision.epsilon());
    }

    /** Diagnoses a gradient that is wrong. */
    public Diagnosis diagnose(Point claim) {
        return diagnose(claim.values());
    }

    private Diagnosis diagnose(double[] claim) {
        if (!Arrays.stream(claim).allMatch(Double::isFinite)) {
            return new Diagnosis(List.of(), Optional.empty(), Search.NONE, List.of());
        }
        double enough = Math.min(fit, BETTER * place.distance(claim, place.right));
        List<Fault> faults = catalogue.faults();
        var fits = fits(
                claim, faults.stream().filter(fault -> !catalogue.fitted(fault)).map(List::of), enough);
        if (fits.isEmpty()) {
            fits = fits(claim, faults.stream().filter(catalogue::fitted).map(List::of), enough);
        }
        return fits.isEmpty() ? read(claim) : best(fits);
    }

    /** What the program computed, layer by layer. */
    private Diagnosis read(double[] claim) {
        double largest = Arrays.stream(place.right).map(Math::abs).max().orElseThrow();
        var reader = new Reader(theta, samples, learningRate, new Point(network, claim), fit, rounding * largest);
        var findings = reader.readings().stream().map(Finding::read).toList();
        var holds = findings.isEmpty() ? reader.holds(new Point(network, place.right)) : List.<String>of();
        return new Diagnosis(findings, Optional.empty(), Search.READ, holds);
    }

    private Cause cause(Fault fault) {
        Mistake mistake = fault.mistake();
        return new Cause(
                mistake.id(),
                mistake.step(),
                // A mistake everywhere is first met at the output.
                fault.layer().orElse(network.depth() - 1),
                mistake.parameter(),
                fault.sentence(),
                mistake.computes(fault.layer().orElse(network.depth() - 1)),
                mistake.right(network, fault.layer().orElse(network.depth() - 1)));
    }

    private List<Finding> fits(double[] claim, Stream<List<Fault>> candidates, double enough) {
        var fits = new ArrayList<Finding>();
        candidates.forEach(faults -> {
            List<Fault> fitted = fitted(claim, faults);
            double residual = place.distance(claim, place.gradient(fitted));
            if (residual <= enough) {
                fits.add(new Finding(fitted.stream().map(this::cause).toList(), fitted, residual));
            }
        });
        return fits;
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
            double direction = one[i] - zero[i];
            along += direction * (claim[i] - zero[i]);
            length += direction * direction;
        }
        return List.of(fault.strength(length == 0 ? 0 : along / length));
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
        if (tied.size() == 1) {
            return new Diagnosis(tied, Optional.empty(), Search.SINGLE, List.of());
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
