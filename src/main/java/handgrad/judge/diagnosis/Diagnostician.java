package handgrad.judge.diagnosis;

import handgrad.judge.diagnosis.Diagnosis.Finding;
import handgrad.judge.diagnosis.Diagnosis.Search;
import handgrad.judge.diagnosis.Diagnosis.Separating;
import handgrad.network.Batch;
import handgrad.network.Network;
import handgrad.network.Parameters;
import handgrad.network.compare.Tolerance;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.nd4j.linalg.api.buffer.DataType;

/**
 * Finds the mistake in a wrong gradient: computes what each known mistake would produce, alone and in pairs, and keeps what
 * fits. A mistake fits if it explains the claim down to rounding, {@link #fit}, and at least a thousand times better than
 * the right gradient does.
 */
public final class Diagnostician {
    private static final double BETTER = 1e-3;
    /** Multiplications that a search for pairs may cost: some seconds. */
    private static final double PAIR_BUDGET = 4e9;
    /** Fits closer than this to the best one are as good. */
    private static final double TIE = 100;

    private final Network network;
    private final Place place;
    private final Catalogue catalogue;
    private final double fit;
    private final double rounding;

    /**
     * @param learningRate of the update that the gradient was meant for, where it is known
     * @param precision of the program that made the claim
     */
    public Diagnostician(Parameters theta, Batch batch, OptionalDouble learningRate, DataType precision) {
        this.network = theta.network();
        this.place = new Place(theta, batch);
        this.catalogue = new Catalogue(network, batch.n(), learningRate);
        this.rounding = Tolerance.gradient(precision);
        this.fit = 4 * Math.sqrt(Tolerance.epsilon(precision));
    }

    /** Diagnoses a gradient that is wrong. */
    public Diagnosis diagnose(Parameters claim) {
        return diagnose(claim.toArray());
    }

    private Diagnosis diagnose(double[] claim) {
        if (!Arrays.stream(claim).allMatch(Double::isFinite)) {
            return new Diagnosis(List.of(), Optional.empty(), Search.NONE);
        }
        double enough = Math.min(fit, BETTER * place.distance(claim, place.right));
        List<Fault> faults = catalogue.faults();
        var fits = fits(
                claim, faults.stream().filter(fault -> !catalogue.fitted(fault)).map(List::of), enough);
        if (fits.isEmpty()) {
            fits = fits(claim, faults.stream().filter(catalogue::fitted).map(List::of), enough);
        }
        if (!fits.isEmpty()) {
            return best(fits, Search.SINGLE);
        }
        List<Fault> harmless = sparing(claim, faults);
        return affordable(harmless.size())
                ? best(fits(claim, pairs(harmless), enough), Search.PAIRS)
                : best(List.of(), Search.SINGLE);
    }

    private List<Finding> fits(double[] claim, Stream<List<Fault>> candidates, double enough) {
        var fits = new ArrayList<Finding>();
        candidates.forEach(faults -> {
            List<Fault> fitted = fitted(claim, faults);
            double residual = place.distance(claim, place.gradient(fitted));
            if (residual <= enough) {
                fits.add(new Finding(fitted, residual));
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

    /** The faults that leave right what is right in the claim: two that cancel each other are not looked for. */
    private List<Fault> sparing(double[] claim, List<Fault> faults) {
        double[] right = place.right;
        double[] wrong = place.distances(claim, right);
        return faults.stream()
                .filter(fault -> !catalogue.fitted(fault))
                .filter(fault -> spares(place.distances(place.gradient(List.of(fault)), right), wrong))
                .toList();
    }

    private boolean spares(double[] faulty, double[] wrong) {
        return IntStream.range(0, wrong.length).allMatch(k -> faulty[k] <= rounding || wrong[k] > rounding);
    }

    private boolean affordable(int faults) {
        double pass = 3.0 * place.x.length * network.size();
        return pass * faults * faults / 2 <= PAIR_BUDGET;
    }

    /** Two different mistakes, or one mistake in two layers. */
    private static Stream<List<Fault>> pairs(List<Fault> known) {
        var pairs = new ArrayList<List<Fault>>();
        for (int i = 0; i < known.size(); i++) {
            for (int j = i + 1; j < known.size(); j++) {
                Fault one = known.get(i);
                Fault two = known.get(j);
                boolean apart = one.layer().isPresent()
                        && two.layer().isPresent()
                        && !one.layer().equals(two.layer());
                if (one.mistake() != two.mistake() || apart) {
                    pairs.add(List.of(one, two));
                }
            }
        }
        return pairs.stream();
    }

    /** The best fit, and those that the case cannot tell from it though another case could. */
    private Diagnosis best(List<Finding> fits, Search searched) {
        if (fits.isEmpty()) {
            return new Diagnosis(List.of(), Optional.empty(), searched);
        }
        double smallest = fits.stream().mapToDouble(Finding::residual).min().orElseThrow();
        double tie = Math.max(rounding, TIE * smallest);
        var tied = fits.stream()
                .filter(finding -> finding.residual() <= tie)
                // Stable: the catalogue's order of likelihood decides between equals.
                .sorted(Comparator.comparingInt(finding -> finding.faults().size()))
                .toList();
        if (tied.size() == 1) {
            return new Diagnosis(tied, Optional.empty(), searched);
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
        return new Diagnosis(findings, proposal, searched);
    }
}
