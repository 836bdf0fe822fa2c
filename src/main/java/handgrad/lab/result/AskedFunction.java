package handgrad.lab.result;

import handgrad.judge.function.Format;
import handgrad.judge.function.FunctionJudgement;
import handgrad.judge.function.Outcome;
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
        /** Fails too where there was no answer. */
        public Outcome outcome() {
            return judgement.map(FunctionJudgement::outcome).orElse(Outcome.FAIL);
        }
    }

    /** The gradient is wrong at no point, right at one or more, and always the same. */
    public boolean passes() {
        return outcome() == Outcome.PASS;
    }

    /** Undecided only where no point could be judged. */
    public Outcome outcome() {
        List<Outcome> outcomes = points.stream().map(At::outcome).toList();
        if (memory.isPresent() || outcomes.contains(Outcome.FAIL)) {
            return Outcome.FAIL;
        }
        return outcomes.contains(Outcome.PASS) ? Outcome.PASS : Outcome.UNDECIDED;
    }

    /** The first point where it is wrong. */
    public Optional<At> wrong() {
        return points.stream().filter(point -> point.outcome() == Outcome.FAIL).findFirst();
    }
}
