package handgrad.lab.result;

import handgrad.lab.result.Verification.Judged;
import java.util.List;
import java.util.Optional;

/**
 * What came of asking a program for gradients.
 *
 * @param tool its name
 * @param answers the verdict on its first answer at each point; where it gave none, why
 * @param shown where something is wrong, the smallest case that shows it, with the one diagnosis of all
 * @param inStep whether its gradients are right, and its own step is not
 * @param calls how many answers it was asked for
 * @param notes what else a reader should know, a sentence each
 */
public record Asked(
        String tool,
        List<Verification> answers,
        Optional<Judged> shown,
        boolean inStep,
        int calls,
        List<String> notes) {
    public Asked {
        answers = List.copyOf(answers);
        notes = List.copyOf(notes);
    }

    /** All answers are right, and nothing is kept between calls. */
    public boolean passes() {
        return shown.isEmpty() && answers.stream().allMatch(Verification::passes);
    }

    /** What a report is of, under the program's name: the case that is shown, else the first. */
    public Verification reported() {
        return shown.<Verification>map(judged -> judged)
                .orElseGet(() -> answers.get(0))
                .of(tool);
    }

    /** Those that are wrong, or missing. */
    public long wrong() {
        return answers.stream().filter(answer -> !answer.passes()).count();
    }
}
