package handgrad.userclass;

import handgrad.claim.Case;
import handgrad.claim.Claim;
import handgrad.network.Parameters;
import java.time.Duration;
import java.util.OptionalDouble;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;

/** Runs somebody's class on one case. Whatever it does there is an outcome, never an exception. */
public final class UserRun {
    /** Enough for any case that is small enough to be judged, and short enough to wait for. */
    public static final Duration LIMIT = Duration.ofSeconds(10);

    private final UserClass user;
    private final Case task;
    private final Trouble trouble;

    private UserRun(UserClass user, Case task) {
        this.user = user;
        this.task = task;
        this.trouble = new Trouble(user.file());
    }

    /**
     * The gradient, and the loss if the class has its own, that the class computes from copies of the case's arrays.
     *
     * @param limit for the gradient and the loss together
     */
    public static UserOutcome of(UserClass user, Case task, Duration limit) {
        return new UserRun(user, task).within(limit);
    }

    private UserOutcome within(Duration limit) {
        try {
            return TimeLimit.call(this::outcome, limit);
        } catch (TimeoutException e) {
            return new UserOutcome.Failed(trouble.tookTooLong(user.name(), e, limit));
        } catch (ExecutionException e) {
            return new UserOutcome.Failed(trouble.threw(user.name(), e.getCause()));
        }
    }

    private UserOutcome outcome() {
        String method = "gradient";
        try {
            Parameters gradient = gradient();
            method = "loss";
            return new UserOutcome.Claimed(new Claim(loss(), gradient));
        } catch (Inputs.Refused e) {
            return new UserOutcome.Failed(trouble.says(e.getMessage()));
        } catch (UnsupportedOperationException e) {
            // Thrown by a library, it is a mistake like any other: List.of().add(...) has nothing to do with the
            // network.
            return trouble.thrownHere(e)
                    ? new UserOutcome.Skipped(e.getMessage() == null ? "not supported" : e.getMessage())
                    : new UserOutcome.Failed(trouble.threw(method, e));
        } catch (Throwable e) {
            // Errors too: a stack that overflowed in the user's recursion has unwound when we get here.
            return new UserOutcome.Failed(trouble.threw(method, e));
        }
    }

    private Parameters gradient() throws Inputs.Refused {
        Inputs given = Inputs.of(task);
        Parameters gradient = given.copyOf(user.gradient().gradient(task.network(), given.parameters(), given.batch()));
        given.unchangedBy("gradient");
        return gradient;
    }

    private OptionalDouble loss() throws Inputs.Refused {
        Inputs given = Inputs.of(task);
        OptionalDouble loss = user.gradient().loss(task.network(), given.parameters(), given.batch());
        if (loss == null) {
            throw new Inputs.Refused("loss returned null, expected a number or OptionalDouble.empty()");
        }
        given.unchangedBy("loss");
        return loss;
    }
}
