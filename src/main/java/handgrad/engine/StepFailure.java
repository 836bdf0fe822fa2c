package handgrad.engine;

/** An engine has no step to make: whoever computes it failed. The message is one sentence, fit to print. */
public final class StepFailure extends RuntimeException {
    public StepFailure(String sentence) {
        super(sentence);
    }
}
