package handgrad.lab.result;

import handgrad.judge.function.Format;
import handgrad.judge.function.FunctionJudgement;
import java.util.List;
import java.util.Optional;

/**
 * What came of asking for a function of somebody's own and its gradient.
 *
 * @param points what was found at each point; the first is where the program starts
 * @param memory what is kept from one call to the next, or left to chance, in a sentence
 * @param hidden what the starting point would hide, a sentence each
 * @param calls how many gradients and losses were asked for
 * @param notes what else a reader should know, a sentence each
 */
public record AskedFunction(
        String tool,
        Format format,
        List<At> points,
        Optional<String> memory,
        List<String> hidden,
        int calls,
        List<String> notes) {
    public AskedFunction {
        points = List.copyOf(points);
        hidden = List.copyOf(hidden);
        notes = List.copyOf(notes);
    }

    /**
     * What was found at one point.
     *
     * @param judgement empty where there was no answer to judge
     * @param trouble why
     */
    public record At(String name, Optional<FunctionJudgement> judgement, Optional<String> trouble) {
        public boolean passes() {
            return judgement.filter(FunctionJudgement::passes).isPresent();
        }
    }

    /** The gradient is right at every point, and always the same. */
    public boolean passes() {
        return memory.isEmpty() && points.stream().allMatch(At::passes);
    }

    /** The first point where it is not. */
    public Optional<At> wrong() {
        return points.stream().filter(point -> !point.passes()).findFirst();
    }
}
