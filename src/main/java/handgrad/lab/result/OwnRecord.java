package handgrad.lab.result;

import java.util.List;
import java.util.Optional;

/**
 * How somebody's own gradient fared in a run.
 *
 * @param name of its file or program
 * @param observed whether what was observed between the steps is its own gradient, and not the hand engine's at its parameters
 * @param firstWrong the first step at which its gradient, loss or update was not the right one
 * @param first what was wrong there, such as {@code the update}
 * @param failure the step in which it gave no answer, and the run ended
 * @param misstep why it was not the right one there
 * @param findings what is wrong, a sentence each
 */
public record OwnRecord(
        String name,
        boolean observed,
        Optional<Long> firstWrong,
        Optional<String> first,
        Optional<Long> failure,
        Optional<Misstep> misstep,
        List<String> findings) {
    public OwnRecord {
        findings = List.copyOf(findings);
    }

    /** Whether every step was right. */
    public boolean isRight() {
        return firstWrong.isEmpty() && failure.isEmpty();
    }
}
