package handgrad.lab.program;

import handgrad.input.claim.Case;
import handgrad.input.claim.Claim;
import handgrad.input.program.Answer;
import handgrad.lab.Examiner;
import handgrad.lab.result.Verification;
import java.util.Optional;

/** What came of asking for one gradient. */
record Reply(Case task, Answer<Claim> answer) {
    boolean unsupported() {
        return answer instanceof Answer.Unsupported<Claim>;
    }

    Optional<Claim> claim() {
        return answer instanceof Answer.Given<Claim> given ? Optional.of(given.value()) : Optional.empty();
    }

    /** Why there is no gradient. */
    Optional<String> trouble() {
        return answer.trouble();
    }

    /** The case with what was answered as its claim. */
    Case claiming() {
        return new Case(task.name(), task.parameters(), task.samples(), claim(), task.learningRate(), task.penalty());
    }

    /** The verdict on it; where there is no gradient, why. */
    Verification judged(Examiner examiner) {
        return claim().isPresent()
                ? examiner.judge(claiming())
                : examiner.failed(task, trouble().orElseThrow());
    }

    double[] gradient() {
        return claim().orElseThrow().gradient().values();
    }
}
