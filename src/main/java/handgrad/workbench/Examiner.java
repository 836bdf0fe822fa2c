package handgrad.workbench;

import handgrad.claim.Case;
import handgrad.claim.Claim;
import handgrad.compare.Comparison;
import handgrad.compare.Tolerance;
import handgrad.diagnosis.Blame;
import handgrad.diagnosis.Diagnosis;
import handgrad.diagnosis.Diagnostician;
import handgrad.engine.Engine;
import handgrad.engine.Threads;
import handgrad.network.InputException;
import handgrad.network.Loss;
import handgrad.network.Network;
import handgrad.network.Parameters;
import handgrad.network.Reduction;
import handgrad.network.Trained;
import handgrad.report.Verification;
import handgrad.report.Verification.SecondOpinion;
import handgrad.report.Verification.Witness;
import handgrad.verify.Judge;
import handgrad.verify.Judgement;
import handgrad.verify.StepStudy;
import handgrad.verify.TaylorRemainder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.nd4j.linalg.api.buffer.DataType;

/**
 * Verifies a gradient: the oracle judges, the engines are heard as witnesses, finite differences give a second opinion, and
 * a wrong gradient is diagnosed.
 */
public final class Examiner {
    /** Central differences at eleven steps cost this many losses a parameter and sample; above it they are left out. */
    private static final double SECOND_OPINION_BUDGET = 2e9;

    /** How close central differences come to the gradient of the same loss. */
    private static final double DIFFERENCES = 1e-5;

    private final List<EngineKind> kinds;
    private final DataType precision;

    /** @param precision of the program that is judged, DOUBLE or FLOAT */
    public Examiner(List<EngineKind> kinds, DataType precision) {
        this.kinds = List.copyOf(kinds);
        this.precision = precision;
    }

    /** Verifies what a case claims, or the first engine where it claims nothing. */
    public Verification examine(Case given) {
        Threads.use(1);
        var judge = new Judge(given.parameters(), given.batch(), precision);
        var notes = new ArrayList<String>();
        if (!Double.isFinite(judge.loss())) {
            notes.add("The loss is not finite at this point: no gradient is right there.");
        }
        if (!judge.certain()) {
            notes.add("Values overflow at this point: only entries that equal the oracle's can pass.");
        }
        if (judge.atKink()) {
            notes.add("A relu stands at its kink, where z is 0 up to rounding: any slope from 0 to 1 is right there.");
        }
        var witnesses = witnesses(given, judge, notes);
        Optional<Claim> claim = given.claim();
        Parameters gradient = claim.map(Claim::gradient).orElseGet(() -> ownGradient(given));
        Judgement judgement = judge.judge(gradient);
        Optional<Diagnosis> diagnosis = judgement.passes() ? Optional.empty() : Optional.of(diagnose(given, gradient));
        long lost = Arrays.stream(gradient.toArray())
                .filter(value -> !Double.isFinite(value))
                .count();
        if (lost > 0) {
            notes.add("%,d of %,d entries are not finite."
                    .formatted(lost, given.network().size()));
        }
        if (claim.isPresent() && !judgement.passes() && precision == DataType.DOUBLE) {
            noteSinglePrecision(given, gradient, notes);
        }
        claim.ifPresent(claimed -> noteLoss(given, claimed, judge.loss(), judgement.passes(), notes));
        return new Verification(
                given.name(),
                given.network(),
                given.batch().n(),
                precision,
                claim.isPresent() ? Verification.CLAIMED : kinds.get(0).id(),
                claim.map(Claim::loss).orElse(OptionalDouble.empty()),
                judge.loss(),
                Optional.of(judgement),
                Optional.empty(),
                witnesses,
                diagnosis,
                blame(given, judgement, gradient, diagnosis),
                secondOpinion(given, gradient),
                notes);
    }

    /** Which engine has a wrong gradient at a point, in a sentence. */
    String whoIsWrong(Case given) {
        var judge = new Judge(given.parameters(), given.batch(), precision);
        String samples =
                "%d samples where the engines part".formatted(given.batch().n());
        if (!judge.certain()) {
            return "On %s values overflow, and nothing is certain.".formatted(samples);
        }
        var notes = new ArrayList<String>();
        witnesses(given, judge, notes);
        return notes.isEmpty()
                ? "On %s all gradients are right: rounding has grown.".formatted(samples)
                : "On %s: %s".formatted(samples, String.join(" ", notes));
    }

    /** A case for which there is no gradient to judge, and why. */
    public Verification failed(Case given, String reason) {
        var judge = new Judge(given.parameters(), given.batch(), precision);
        return new Verification(
                given.name(),
                given.network(),
                given.batch().n(),
                precision,
                Verification.CLAIMED,
                OptionalDouble.empty(),
                judge.loss(),
                Optional.empty(),
                Optional.of(reason),
                List.of(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                List.of());
    }

    private Engine engine(EngineKind kind, Case given) {
        Parameters start =
                Parameters.of(given.network(), precision, given.parameters().toArray());
        return kind.create(start, 1, Trained.ALL);
    }

    private Parameters ownGradient(Case given) {
        return engine(kinds.get(0), given)
                .gradient(given.batch().castTo(precision))
                .gradient();
    }

    private List<Witness> witnesses(Case given, Judge judge, List<String> notes) {
        var witnesses = new ArrayList<Witness>();
        for (EngineKind kind : kinds) {
            try {
                var answer = engine(kind, given).gradient(given.batch().castTo(precision));
                Judgement judgement = judge.judge(answer.gradient());
                witnesses.add(new Witness(kind.id(), answer.loss(), judgement));
                if (!judgement.passes()) {
                    notes.add(wrongWitness(kind, diagnose(given, answer.gradient())));
                }
            } catch (InputException e) {
                notes.add("The engine %s is not heard: %s.".formatted(kind.id(), e.getMessage()));
            }
        }
        return witnesses;
    }

    private static String wrongWitness(EngineKind kind, Diagnosis diagnosis) {
        String why = diagnosis.findings().isEmpty()
                ? "no known mistake fits"
                : diagnosis.findings().get(0).faults().get(0).explanation();
        return "The engine %s is itself wrong here, and is not heard: %s.".formatted(kind.id(), why);
    }

    private Diagnosis diagnose(Case given, Parameters gradient) {
        return new Diagnostician(given.parameters(), given.batch(), given.learningRate(), precision).diagnose(gradient);
    }

    private static List<Blame.Layer> blame(
            Case given, Judgement judgement, Parameters gradient, Optional<Diagnosis> diagnosis) {
        boolean unexplained = diagnosis.map(found -> found.findings().isEmpty()).orElse(false);
        if (!unexplained) {
            return List.of();
        }
        var right = IntStream.range(0, given.network().depth())
                .filter(l -> judgement.parts().stream()
                        .noneMatch(part -> part.block().layer() == l && part.verdict() == Judgement.Verdict.FAIL))
                .boxed()
                .collect(Collectors.toSet());
        return Blame.of(given.parameters(), given.batch(), gradient, right);
    }

    private Optional<SecondOpinion> secondOpinion(Case given, Parameters gradient) {
        double cost = 22.0
                * given.network().size()
                * given.network().size()
                * given.batch().n();
        if (cost > SECOND_OPINION_BUDGET) {
            return Optional.empty();
        }
        return Optional.of(new SecondOpinion(
                TaylorRemainder.rate(given.parameters(), given.batch(), gradient),
                StepStudy.of(given.parameters(), given.batch(), gradient)));
    }

    private static void noteSinglePrecision(Case given, Parameters gradient, List<String> notes) {
        if (new Judge(given.parameters(), given.batch(), DataType.FLOAT)
                .judge(gradient)
                .passes()) {
            notes.add("It is right to single precision: if it was computed in float, `--float` judges it so.");
        }
    }

    /** Tells the right gradient of another loss apart from a wrong gradient. */
    private void noteLoss(Case given, Claim claim, double loss, boolean passes, List<String> notes) {
        boolean own = claim.differences()
                .map(differences -> Comparison.of(claim.gradient(), differences).within(DIFFERENCES))
                .orElse(false);
        if (!passes && own) {
            notes.add("It is the right gradient of its own loss; that loss is another one.");
        }
        boolean lossRight = claim.loss().isEmpty() || close(claim.loss().getAsDouble(), loss);
        for (Network other : passes && lossRight ? List.<Network>of() : otherLosses(given.network())) {
            Parameters there =
                    Parameters.of(other, DataType.DOUBLE, given.parameters().toArray());
            var judge = new Judge(there, given.batch(), precision);
            String name =
                    "%s (%s)".formatted(other.loss().id(), other.reduction().id());
            if (!passes
                    && judge.judge(Parameters.over(other, claim.gradient().vector()))
                            .passes()) {
                notes.add("It is the right gradient of another loss, %s.".formatted(name));
            }
            if (!lossRight && close(claim.loss().getAsDouble(), judge.loss())) {
                notes.add("The claimed loss is that of another loss, %s.".formatted(name));
            }
        }
        if (!lossRight && notes.stream().noneMatch(note -> note.startsWith("The claimed loss is"))) {
            notes.add("The claimed loss is wrong: expected %s, found %s."
                    .formatted(loss, claim.loss().getAsDouble()));
        }
    }

    private boolean close(double claimed, double right) {
        return Math.abs(claimed - right) <= Tolerance.gradient(precision) * Math.max(1, Math.abs(right));
    }

    private static List<Network> otherLosses(Network network) {
        var others = new ArrayList<Network>();
        for (Loss loss : Loss.values()) {
            for (Reduction reduction : Reduction.values()) {
                boolean same = loss == network.loss() && reduction == network.reduction();
                if (!same && loss.accepts(network.outputLayer().activation())) {
                    others.add(new Network(network.layers(), loss, reduction));
                }
            }
        }
        return others;
    }
}
