package handgrad.lab.result;

import handgrad.judge.Judgement;
import handgrad.judge.TensorJudgement;
import handgrad.judge.diagnosis.Diagnosis;
import handgrad.judge.oracle.StepStudy;
import handgrad.network.Network;
import handgrad.network.Precision;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** What came out when a gradient was verified: a judgement, or why there was no gradient to judge. */
public sealed interface Verification {
    /** What it was asked of. */
    Question question();

    boolean passes();

    /** The same, with whose it is before its name. */
    Verification of(String who);

    /** What somebody claims the loss to be; empty where nobody does. */
    default OptionalDouble claimedLoss() {
        return OptionalDouble.empty();
    }

    /** The judgement, where there is one. */
    default Optional<Judged> judged() {
        return Optional.empty();
    }

    /**
     * At which point and on how many samples a gradient was asked for.
     *
     * @param loss there, the oracle's
     */
    record Question(String name, Network network, int samples, Precision precision, double loss) {
        private Question of(String who) {
            return new Question("%s: %s".formatted(who, name), network, samples, precision, loss);
        }
    }

    /**
     * There was no gradient.
     *
     * @param reason why
     */
    record Failed(Question question, String reason) implements Verification {
        @Override
        public Failed of(String who) {
            return new Failed(question.of(who), reason);
        }

        @Override
        public boolean passes() {
            return false;
        }
    }

    /**
     * There was one.
     *
     * @param witnesses this project's own engines
     * @param diagnosis what is most likely wrong with it; empty where nothing is
     * @param tensors what else was claimed, forward first
     * @param notes what else a reader should know, a sentence each
     */
    record Judged(
            Question question,
            Source source,
            Judgement judgement,
            Optional<Diagnosis> diagnosis,
            List<Witness> witnesses,
            Optional<SecondOpinion> secondOpinion,
            List<TensorJudgement> tensors,
            List<String> notes)
            implements Verification {
        public Judged {
            tensors = List.copyOf(tensors);
            witnesses = List.copyOf(witnesses);
            notes = List.copyOf(notes);
        }

        @Override
        public Judged of(String who) {
            return new Judged(question.of(who), source, judgement, diagnosis, witnesses, secondOpinion, tensors, notes);
        }

        /** The same with another diagnosis, of somebody who knows more than this case. */
        public Judged diagnosed(Diagnosis other) {
            return new Judged(
                    question, source, judgement, Optional.of(other), witnesses, secondOpinion, tensors, notes);
        }

        @Override
        public Optional<Judged> judged() {
            return Optional.of(this);
        }

        @Override
        public OptionalDouble claimedLoss() {
            return source instanceof Claimed claimed ? claimed.loss : OptionalDouble.empty();
        }

        /** A claim passes by itself; where nothing is claimed, all engines have to. */
        @Override
        public boolean passes() {
            return judgement.passes()
                    && tensors.stream().allMatch(TensorJudgement::passes)
                    && (source instanceof Claimed
                            || witnesses.stream().allMatch(witness -> witness.judgement.passes()));
        }
    }

    /** Whose gradient it is. */
    sealed interface Source {
        String name();
    }

    /**
     * Somebody's claim.
     *
     * @param loss what they say that it is
     */
    record Claimed(OptionalDouble loss) implements Source {
        @Override
        public String name() {
            return "claimed";
        }
    }

    /** An engine's, as nothing is claimed. */
    record Own(String name) implements Source {}

    /** An engine's own answer, judged in the same way. */
    record Witness(String name, double loss, Judgement judgement) {}

    /**
     * What finite differences say.
     *
     * @param taylorRate of the remainder: 2 for a right gradient, 1 for a wrong one
     * @param atKink whether a relu stands at its kink, which makes the rate 1 for a right gradient too
     */
    record SecondOpinion(OptionalDouble taylorRate, boolean atKink, StepStudy steps) {}
}
