package handgrad.lab;

import handgrad.Figures;
import handgrad.engine.Threads;
import handgrad.input.claim.Case;
import handgrad.input.claim.Claim;
import handgrad.judge.Judgement;
import handgrad.judge.TensorJudgement;
import handgrad.judge.diagnosis.Diagnosis;
import handgrad.judge.oracle.StepStudy;
import handgrad.judge.oracle.TaylorRemainder;
import handgrad.lab.own.Tensors;
import handgrad.lab.result.Verification.Claimed;
import handgrad.lab.result.Verification.Failed;
import handgrad.lab.result.Verification.Judged;
import handgrad.lab.result.Verification.Own;
import handgrad.lab.result.Verification.Question;
import handgrad.lab.result.Verification.SecondOpinion;
import handgrad.lab.result.Verification.Source;
import handgrad.network.Point;
import handgrad.network.Precision;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Verifies a gradient: the oracle judges, the engines are heard as witnesses, finite differences give a second opinion, and
 * a wrong gradient is diagnosed.
 */
public final class Examiner {
    /** Central differences at eleven steps cost this many losses a parameter and sample; above it they are left out. */
    private static final double SECOND_OPINION_BUDGET = 2e9;

    private final List<EngineKind> kinds;
    private final Precision precision;

    /** @param precision of the program that is judged, DOUBLE or FLOAT */
    public Examiner(List<EngineKind> kinds, Precision precision) {
        this.kinds = List.copyOf(kinds);
        this.precision = precision;
    }

    /** Verifies what a case claims, or the first engine where it claims nothing. */
    public Judged examine(Case given) {
        return examine(given, verdict -> {});
    }

    /**
     * The same.
     *
     * @param early hears the verdict on a claim with its diagnosis as soon as they stand, before any engine is heard
     */
    public Judged examine(Case given, Consumer<Judged> early) {
        var oracle = new Oracle(given, precision);
        var witnesses = new Witnesses(given, kinds, precision);
        Optional<Claim> claim = given.claim();
        ClaimJudge judged = claim.map(claimed -> ClaimJudge.of(oracle, given, claimed, precision))
                .orElseGet(() -> ClaimJudge.of(oracle.judge(own(given, witnesses))));
        Judgement judgement = judged.judgement();
        Point gradient = judgement.judged();
        boolean diagnosed = !judgement.passes() && oracle.diagnoses();
        Judged verdict = verdict(
                given,
                oracle,
                judged,
                diagnosed ? Optional.of(oracle.diagnose(gradient, judged.allowance())) : Optional.empty());
        if (claim.isPresent()) {
            early.accept(verdict);
        }
        Threads.use(1);
        Witnesses.Heard heard = witnesses.heard(oracle);
        var notes = new ArrayList<>(verdict.notes());
        notes.addAll(pointNotes(oracle));
        notes.addAll(new Warnings(given).notes());
        notes.addAll(heard.notes());
        claim.ifPresent(claimed -> notes.addAll(claimNotes(given, claimed, oracle, judgement)));
        return new Judged(
                verdict.question(),
                verdict.source(),
                judgement,
                verdict.diagnosis(),
                heard.witnesses(),
                secondOpinion(given, oracle, given.penalty().takenFrom(gradient, given.parameters())),
                verdict.tensors(),
                notes);
    }

    /** The verdict on what a case claims, and nothing else: no diagnosis, no engines. */
    public Judged judge(Case given) {
        var oracle = new Oracle(given, precision);
        return verdict(
                given, oracle, ClaimJudge.of(oracle, given, given.claim().orElseThrow(), precision), Optional.empty());
    }

    private Judged verdict(Case given, Oracle oracle, ClaimJudge judged, Optional<Diagnosis> diagnosis) {
        Optional<Claim> claim = given.claim();
        List<TensorJudgement> tensors = claim.map(claimed -> new Tensors(given, precision).judged(claimed))
                .orElse(List.of());
        var notes = new ArrayList<>(judged.notes());
        notes.addAll(Tensors.notes(tensors));
        return new Judged(
                question(given, oracle),
                claim.<Source>map(claimed -> new Claimed(claimed.loss()))
                        .orElseGet(() -> new Own(kinds.get(0).id())),
                judged.judgement(),
                diagnosis,
                List.of(),
                Optional.empty(),
                tensors,
                notes);
    }

    private Point own(Case given, Witnesses witnesses) {
        Threads.use(1);
        Point answer = witnesses.answer(kinds.get(0)).gradient().point();
        return given.penalty().addedTo(answer, given.parameters());
    }

    /** A case for which there is no gradient to judge, and why. */
    public Failed failed(Case given, String reason) {
        return new Failed(question(given, new Oracle(given, precision)), reason);
    }

    private Question question(Case given, Oracle oracle) {
        return new Question(given.name(), given.network(), given.samples().n(), precision, oracle.loss());
    }

    /** Which engine has a wrong gradient at a point, in a sentence. */
    String whoIsWrong(Case given) {
        var oracle = new Oracle(given, precision);
        String samples = Figures.count(given.samples().n(), "sample") + " where the engines differ";
        if (!oracle.certain()) {
            return "On %s values overflow, and nothing is certain.".formatted(samples);
        }
        List<String> notes =
                new Witnesses(given, kinds, precision).heard(oracle).notes();
        return notes.isEmpty()
                ? "On %s all gradients are right: rounding has grown.".formatted(samples)
                : "On %s: %s".formatted(samples, String.join(" ", notes));
    }

    private static List<String> pointNotes(Oracle oracle) {
        var notes = new ArrayList<String>();
        if (!Double.isFinite(oracle.loss())) {
            notes.add("The loss is not finite at this point: no gradient is right there.");
        }
        if (!oracle.certain()) {
            notes.add("Values overflow at this point: only entries that equal the oracle's can pass.");
        }
        if (oracle.atKink()) {
            notes.add(
                    "A function stands at its kink, as a relu where z is 0 up to rounding: the slope of either side, or their mean, is right there.");
        }
        return notes;
    }

    private List<String> claimNotes(Case given, Claim claim, Oracle oracle, Judgement judgement) {
        boolean passes = judgement.passes();
        var notes = new ArrayList<String>();
        long lost = Arrays.stream(claim.gradient().values())
                .filter(value -> !Double.isFinite(value))
                .count();
        if (lost > 0) {
            notes.add("%,d of %,d entries are not finite."
                    .formatted(lost, given.network().size()));
        }
        List<Readings.Reading> readings =
                passes ? List.of() : new Readings(given, claim, oracle, judgement, precision).found();
        readings.forEach(reading -> notes.add(reading.note()));
        boolean single =
                !passes && readings.isEmpty() && precision == Precision.DOUBLE && inSinglePrecision(given, claim);
        if (single) {
            notes.add("It is right to single precision: if it was computed in float, `--float` judges it so.");
        }
        boolean lossIsSaid = readings.stream().anyMatch(Readings.Reading::ofLoss);
        notes.addAll(new OtherLosses(given, lossIsSaid ? claim.withoutLoss() : claim, precision)
                .notes(oracle.loss(), passes));
        return notes;
    }

    private static boolean inSinglePrecision(Case given, Claim claim) {
        var oracle = new Oracle(given, Precision.FLOAT);
        return ClaimJudge.of(oracle, given, claim, Precision.FLOAT).judgement().passes();
    }

    private static Optional<SecondOpinion> secondOpinion(Case given, Oracle oracle, Point gradient) {
        double size = given.network().size();
        if (22 * size * size * given.samples().n() > SECOND_OPINION_BUDGET) {
            return Optional.empty();
        }
        return Optional.of(new SecondOpinion(
                TaylorRemainder.rate(given.parameters(), given.samples(), gradient),
                oracle.atKink(),
                new StepStudy(given.parameters(), given.samples(), gradient)));
    }
}
