package handgrad.lab;

import handgrad.engine.Threads;
import handgrad.input.claim.Case;
import handgrad.input.claim.Claim;
import handgrad.judge.Judge;
import handgrad.judge.Judgement;
import handgrad.judge.StepStudy;
import handgrad.judge.TaylorRemainder;
import handgrad.judge.diagnosis.Blame;
import handgrad.judge.diagnosis.Diagnosis;
import handgrad.judge.diagnosis.Diagnostician;
import handgrad.lab.result.Verification;
import handgrad.lab.result.Verification.SecondOpinion;
import handgrad.network.Parameters;
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
        var witnesses = new Witnesses(given, kinds, precision);
        Witnesses.Heard heard = witnesses.heard(judge);
        Optional<Claim> claim = given.claim();
        Parameters gradient = claim.map(Claim::gradient)
                .orElseGet(() -> witnesses.answer(kinds.get(0)).gradient());
        Judgement judgement = judge.judge(gradient);
        Optional<Diagnosis> diagnosis = judgement.passes() ? Optional.empty() : Optional.of(diagnose(given, gradient));
        var notes = new ArrayList<>(pointNotes(judge));
        notes.addAll(heard.notes());
        claim.ifPresent(claimed -> notes.addAll(claimNotes(given, claimed, judge.loss(), judgement.passes())));
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
                heard.witnesses(),
                diagnosis,
                blame(given, judgement, gradient, diagnosis),
                secondOpinion(given, gradient),
                notes);
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

    /** Which engine has a wrong gradient at a point, in a sentence. */
    String whoIsWrong(Case given) {
        var judge = new Judge(given.parameters(), given.batch(), precision);
        String samples =
                "%d samples where the engines part".formatted(given.batch().n());
        if (!judge.certain()) {
            return "On %s values overflow, and nothing is certain.".formatted(samples);
        }
        List<String> notes = new Witnesses(given, kinds, precision).heard(judge).notes();
        return notes.isEmpty()
                ? "On %s all gradients are right: rounding has grown.".formatted(samples)
                : "On %s: %s".formatted(samples, String.join(" ", notes));
    }

    /** The likely mistake in a wrong gradient: its name, its place, and what it is. */
    String mistake(Case given, Parameters gradient) {
        Diagnosis diagnosis = diagnose(given, gradient);
        return diagnosis.findings().isEmpty()
                ? diagnosis.searched().nothingFound()
                : diagnosis.findings().stream()
                        .limit(1)
                        .flatMap(finding -> finding.faults().stream())
                        .map(fault -> "%s, %s".formatted(fault.mistake().id(), fault.explanation()))
                        .collect(Collectors.joining("; and "));
    }

    private static List<String> pointNotes(Judge judge) {
        var notes = new ArrayList<String>();
        if (!Double.isFinite(judge.loss())) {
            notes.add("The loss is not finite at this point: no gradient is right there.");
        }
        if (!judge.certain()) {
            notes.add("Values overflow at this point: only entries that equal the oracle's can pass.");
        }
        if (judge.atKink()) {
            notes.add(
                    "A relu stands at its kink, where z is 0 up to rounding: a slope of 0, of 1 or of 1/2 is right there.");
        }
        return notes;
    }

    private List<String> claimNotes(Case given, Claim claim, double loss, boolean passes) {
        var notes = new ArrayList<String>();
        long lost = Arrays.stream(claim.gradient().toArray())
                .filter(value -> !Double.isFinite(value))
                .count();
        if (lost > 0) {
            notes.add("%,d of %,d entries are not finite."
                    .formatted(lost, given.network().size()));
        }
        boolean single = !passes
                && precision == DataType.DOUBLE
                && new Judge(given.parameters(), given.batch(), DataType.FLOAT)
                        .judge(claim.gradient())
                        .passes();
        if (single) {
            notes.add("It is right to single precision: if it was computed in float, `--float` judges it so.");
        }
        notes.addAll(new OtherLosses(given, claim, precision).notes(loss, passes));
        return notes;
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

    private static Optional<SecondOpinion> secondOpinion(Case given, Parameters gradient) {
        double size = given.network().size();
        if (22 * size * size * given.batch().n() > SECOND_OPINION_BUDGET) {
            return Optional.empty();
        }
        return Optional.of(new SecondOpinion(
                TaylorRemainder.rate(given.parameters(), given.batch(), gradient),
                StepStudy.of(given.parameters(), given.batch(), gradient)));
    }
}
