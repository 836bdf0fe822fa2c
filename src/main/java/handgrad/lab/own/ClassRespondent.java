package handgrad.lab.own;

import handgrad.input.claim.Case;
import handgrad.input.claim.Claim;
import handgrad.input.program.Answer;
import handgrad.input.userclass.UserClass;
import handgrad.input.userclass.UserOutcome;
import handgrad.input.userclass.UserRun;
import handgrad.network.MicroBatches;
import java.time.Duration;
import java.util.Optional;

/** A Java class that is asked. One that has taken too long may still be running, and is not asked again. */
public final class ClassRespondent implements Respondent {
    private final Source source;
    private final UserClass made;
    private final Duration limit;
    private Optional<String> late = Optional.empty();
    private boolean asked;

    /** Where an object of the class comes from. */
    @FunctionalInterface
    public interface Source {
        UserClass make();
    }

    /**
     * A class.
     *
     * @param source makes an object of it whenever it is started anew
     * @param limit for each answer
     */
    public ClassRespondent(Source source, Duration limit) {
        this.source = source;
        this.limit = limit;
        this.made = source.make();
    }

    /** The object that is asked. */
    public UserClass made() {
        return made;
    }

    @Override
    public Answer<Claim> gradient(Case task) {
        asked = true;
        return late.isPresent() ? broken() : answer(UserRun.plainly(made, task, limit));
    }

    @Override
    public Answer<Claim> step(Case task) {
        asked = true;
        return late.isPresent() ? broken() : answer(UserRun.step(made, task, limit));
    }

    @Override
    public Answer<Claim> accumulate(Case task, MicroBatches split) {
        asked = true;
        return late.isPresent() ? broken() : answer(UserRun.accumulated(made, task, split, limit));
    }

    private Answer<Claim> broken() {
        return new Answer.Broken<>(late.orElseThrow());
    }

    private Answer<Claim> answer(UserOutcome outcome) {
        if (outcome instanceof UserOutcome.Claimed claimed) {
            return new Answer.Given<>(claimed.claim());
        }
        if (outcome instanceof UserOutcome.Skipped skipped) {
            return new Answer.Unsupported<>(skipped.reason());
        }
        var failed = (UserOutcome.Failed) outcome;
        if (failed.tookTooLong()) {
            late = Optional.of(failed.reason());
            return broken();
        }
        return new Answer.Failed<>(failed.reason());
    }

    @Override
    public Respondent again() {
        return asked ? new ClassRespondent(source, limit) : this;
    }
}
