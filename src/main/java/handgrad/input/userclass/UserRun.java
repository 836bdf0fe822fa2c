package handgrad.input.userclass;

import handgrad.engine.LossGradient;
import handgrad.engine.Parameters;
import handgrad.input.claim.Case;
import handgrad.input.claim.Claim;
import handgrad.network.MicroBatches;
import handgrad.network.Point;
import handgrad.network.Samples;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;

/** Runs somebody's class on one case. Whatever it does there is an outcome, never an exception. */
public final class UserRun {
    /** Enough for any case that is small enough to be judged, and short enough to wait for. */
    public static final Duration LIMIT = Duration.ofSeconds(10);

    /** The cube root of the distance from 1 to the next number: truncation and rounding balance. */
    private static final double STEP = Math.cbrt(Math.ulp(1.0));

    private final UserClass user;
    private final Case task;
    private final Trouble trouble;

    /** The one that is called, for what is said of an exception. */
    private String method = "gradient";

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
        var run = new UserRun(user, task);
        return run.within(limit, run::claimed);
    }

    /** The same without the differences of the class's own loss, which take as many losses as there are parameters. */
    public static UserOutcome plainly(UserClass user, Case task, Duration limit) {
        var run = new UserRun(user, task);
        return run.within(limit, run::plain);
    }

    /**
     * The gradient that one step of the class's own training has taken, {@code (before - after) / rate}, with what that subtraction
     * rounds.
     *
     * @param task with a learning rate
     */
    public static UserOutcome step(UserClass user, Case task, Duration limit) {
        var run = new UserRun(user, task);
        return run.within(limit, run::stepped);
    }

    /**
     * The loss and gradient of a batch that the class is given in micro-batches, one after the other.
     *
     * @param split of the case's samples
     * @param limit for all of them together
     */
    public static UserOutcome accumulated(UserClass user, Case task, MicroBatches split, Duration limit) {
        var run = new UserRun(user, task);
        return run.within(limit, () -> run.accumulated(split));
    }

    /** What the class is asked for. */
    private interface Question {
        Claim answer() throws Inputs.Refused;
    }

    private UserOutcome within(Duration limit, Question question) {
        try {
            return TimeLimit.call(() -> outcome(question), limit);
        } catch (TimeoutException e) {
            return new UserOutcome.Failed(trouble.tookTooLong(user.name(), e, limit), true);
        } catch (ExecutionException e) {
            return new UserOutcome.Failed(trouble.threw(user.name(), e.getCause()));
        }
    }

    private UserOutcome outcome(Question question) {
        try {
            return new UserOutcome.Claimed(question.answer());
        } catch (Inputs.Refused e) {
            return new UserOutcome.Failed(trouble.says(e.getMessage()));
        } catch (UnsupportedOperationException e) {
            // Thrown by a library, it is a mistake like any other: List.of().add(...) has nothing to do with the
            // network.
            return trouble.thrownHere(e)
                    ? new UserOutcome.Skipped(Trouble.message(e).orElse("not supported"))
                    : new UserOutcome.Failed(trouble.threw(method, e));
        } catch (Throwable e) {
            // Errors too: a stack that overflowed in the user's recursion has unwound when we get here.
            return new UserOutcome.Failed(trouble.threw(method, e));
        }
    }

    private Claim plain() throws Inputs.Refused {
        Point gradient = gradient();
        return Claim.of(loss(task.parameters()), gradient);
    }

    private Claim claimed() throws Inputs.Refused {
        Claim plain = plain();
        Optional<Point> differences = plain.loss().isPresent() ? Optional.of(differences()) : Optional.empty();
        return new Claim(plain.loss(), plain.gradient(), differences);
    }

    private Claim stepped() throws Inputs.Refused {
        method = "step";
        Inputs given = Inputs.of(task);
        double rate = task.learningRate().orElseThrow();
        Parameters after = user.gradient()
                .step(task.network(), given.parameters(), given.batch(), rate)
                .orElseThrow(() -> new Inputs.Refused("step returned no parameters, expected those after the step"));
        double[] moved = given.copyOf(after, method).values();
        given.unchangedBy(method);
        return Claim.ofStep(task.parameters(), new Point(task.network(), moved), rate);
    }

    private Claim accumulated(MicroBatches split) throws Inputs.Refused {
        method = "accumulate";
        List<Samples> parts = split.of(task.samples());
        var answers = new ArrayList<Claim>();
        for (int k = 0; k < parts.size(); k++) {
            Inputs given = Inputs.of(task.on(parts.get(k)));
            LossGradient answer = user.gradient()
                    .accumulate(task.network(), given.parameters(), given.batch(), split.place(k))
                    .orElseThrow(
                            () -> new Inputs.Refused("accumulate returned nothing, expected a loss and a gradient"));
            answers.add(Claim.of(OptionalDouble.of(answer.loss()), given.copyOf(answer.gradient(), method)));
            given.unchangedBy(method);
        }
        return answers.get(answers.size() - 1);
    }

    private Point gradient() throws Inputs.Refused {
        method = "gradient";
        Inputs given = Inputs.of(task);
        Point gradient =
                given.copyOf(user.gradient().gradient(task.network(), given.parameters(), given.batch()), method);
        given.unchangedBy(method);
        return gradient;
    }

    /** Central differences of the class's own loss, {@code (L(theta + h) - L(theta - h)) / 2h}. */
    private Point differences() throws Inputs.Refused {
        double[] theta = task.parameters().values();
        double[] differences = new double[theta.length];
        for (int i = 0; i < theta.length; i++) {
            double h = STEP * Math.max(1, Math.abs(theta[i]));
            differences[i] = (lossWith(theta, i, theta[i] + h) - lossWith(theta, i, theta[i] - h)) / (2 * h);
        }
        return new Point(task.network(), differences);
    }

    private double lossWith(double[] theta, int i, double value) throws Inputs.Refused {
        double[] moved = theta.clone();
        moved[i] = value;
        return loss(new Point(task.network(), moved)).orElse(Double.NaN);
    }

    private OptionalDouble loss(Point theta) throws Inputs.Refused {
        method = "loss";
        Inputs given = Inputs.of(new Case(task.name(), theta, task.samples(), task.claim(), task.learningRate()));
        OptionalDouble loss = user.gradient().loss(task.network(), given.parameters(), given.batch());
        if (loss == null) {
            throw new Inputs.Refused("loss returned null, expected a number or OptionalDouble.empty()");
        }
        given.unchangedBy(method);
        return loss;
    }
}
