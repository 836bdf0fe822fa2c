package handgrad.judge.function;

import java.util.List;
import java.util.Optional;

/**
 * The verdict on a gradient of a function.
 *
 * @param loss of the function at the point
 * @param tensors one for each that is differentiated, in their order
 * @param directions along how many random directions of all tensors together the gradient was judged, where not every entry was
 * @param failingDirections along how many of these it is wrong
 * @param structures what the error looks like, the likeliest first for each tensor
 * @param obstacle why nothing can be judged at this point; empty where it can
 * @param remarks what else there is to know, one sentence each
 * @param losses how many losses were asked
 */
public record FunctionJudgement(
        double loss,
        List<TensorResult> tensors,
        int directions,
        int failingDirections,
        List<Structure> structures,
        Optional<String> obstacle,
        List<String> remarks,
        int losses) {
    /** Where nothing can be judged. */
    static FunctionJudgement none(double loss, String obstacle, int losses) {
        return new FunctionJudgement(loss, List.of(), 0, 0, List.of(), Optional.of(obstacle), List.of(), losses);
    }

    /** Whether nothing is wrong, and something of each differentiated tensor was judged. */
    public boolean passes() {
        return obstacle.isEmpty()
                && !tensors.isEmpty()
                && failingDirections == 0
                && tensors.stream().allMatch(TensorResult::passes);
    }

    /** Fails where something is wrong; is undecided where nothing can be judged, or not enough. */
    public Outcome outcome() {
        if (obstacle.isPresent() || tensors.isEmpty()) {
            return Outcome.UNDECIDED;
        }
        return failingDirections > 0
                ? Outcome.FAIL
                : Outcome.ofAll(tensors.stream().map(TensorResult::outcome));
    }
}
