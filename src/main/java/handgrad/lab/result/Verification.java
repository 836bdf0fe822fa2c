package handgrad.lab.result;

import handgrad.judge.Judgement;
import handgrad.judge.StepStudy;
import handgrad.judge.diagnosis.Blame;
import handgrad.judge.diagnosis.Diagnosis;
import handgrad.network.Network;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.nd4j.linalg.api.buffer.DataType;

/**
 * What came out when a gradient was verified.
 *
 * @param judged whose gradient it is: {@code claimed}, or {@code hand} where nothing is claimed
 * @param claimedLoss the loss that came with a claim
 * @param loss the oracle's
 * @param judgement empty where there was no gradient to judge
 * @param failure why there was none
 * @param engines this project's own, as witnesses
 * @param diagnosis of a wrong gradient
 * @param blame of a wrong gradient that no known mistake explains: what can be said of each layer
 * @param notes what else a reader should know, a sentence each
 */
public record Verification(
        String name,
        Network network,
        int samples,
        DataType precision,
        String judged,
        OptionalDouble claimedLoss,
        double loss,
        Optional<Judgement> judgement,
        Optional<String> failure,
        List<Witness> engines,
        Optional<Diagnosis> diagnosis,
        List<Blame.Layer> blame,
        Optional<SecondOpinion> secondOpinion,
        List<String> notes) {
    public Verification {
        engines = List.copyOf(engines);
        blame = List.copyOf(blame);
        notes = List.copyOf(notes);
    }

    /** An engine's own answer, judged in the same way. */
    public record Witness(String name, double loss, Judgement judgement) {}

    /**
     * What finite differences say.
     *
     * @param taylorRate of the remainder: 2 for a right gradient, 1 for a wrong one
     */
    public record SecondOpinion(OptionalDouble taylorRate, StepStudy steps) {}

    /** A claim passes by itself; where nothing is claimed, all engines have to. */
    public boolean passes() {
        boolean own = judgement.map(Judgement::passes).orElse(false);
        return judged.equals(CLAIMED)
                ? own
                : own && engines.stream().allMatch(engine -> engine.judgement().passes());
    }

    /** Somebody else's gradient. */
    public static final String CLAIMED = "claimed";
}
