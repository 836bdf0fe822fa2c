package handgrad.lab.program;

import handgrad.input.program.Answer;
import java.util.Optional;

/** Why there is no answer. */
final class Reasons {
    private Reasons() {}

    /** In a sentence; empty where there is one. */
    static Optional<String> of(Answer<?> answer) {
        if (answer instanceof Answer.Unsupported<?> unsupported) {
            return Optional.of(unsupported.reason());
        }
        if (answer instanceof Answer.Failed<?> failed) {
            return Optional.of(failed.reason());
        }
        return answer instanceof Answer.Broken<?> broken ? Optional.of(broken.reason()) : Optional.empty();
    }
}
