package handgrad.lab;

import handgrad.InputException;
import handgrad.engine.Batch;
import handgrad.engine.Descent;
import handgrad.engine.Engine;
import handgrad.engine.LossGradient;
import handgrad.engine.Parameters;
import handgrad.engine.StepFailure;
import handgrad.engine.hand.HandEngine;
import handgrad.input.claim.Case;
import handgrad.input.claim.Claim;
import handgrad.input.program.Answer;
import handgrad.lab.own.Account;
import handgrad.lab.own.Exchange;
import handgrad.lab.own.Trainee;
import handgrad.lab.own.Watch;
import handgrad.lab.result.OwnRecord;
import handgrad.lab.result.Participant;
import handgrad.lab.result.Run;
import handgrad.network.Block;
import handgrad.network.Network;
import handgrad.network.Point;
import handgrad.network.Precision;
import handgrad.network.Trained;
import handgrad.train.Outcome;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Training along a gradient that somebody has written, or by whole steps of theirs. They are asked at the steps and nowhere else, so
 * that what they keep from one call to the next is what their own training would keep; what is observed on the way, the loss,
 * the outputs and the gradient of all samples, is the hand engine's at their parameters. An experiment's own gradient keeps nothing,
 * and is what is observed.
 */
final class OwnEngine implements Engine {
    private final Trainee trainee;
    private final HandEngine hand;
    private final boolean steps;
    private final double learningRate;
    private final Precision precision;
    private final Watch watch;
    private long step;
    private double stepLoss;
    private Optional<Account.Failure> failure = Optional.empty();

    /** With a gradient or program of which nothing has been asked yet. */
    OwnEngine(Trainee trainee, Parameters start, Descent descent, Trained trained) {
        this.steps = trainee.steps() && descent.isPlain() && trained == Trained.ALL;
        this.trainee = trainee.again(steps);
        this.hand = new HandEngine(start, descent, trained);
        this.learningRate = descent.learningRate();
        this.precision = start.precision() == Precision.FLOAT ? Precision.FLOAT : trainee.precision();
        this.watch = new Watch(start.network(), precision);
    }

    Participant participant() {
        String what = steps ? "steps of its own" : "a gradient of its own";
        return new Participant(
                name(),
                "%s, %s; outputs of hand".formatted(trainee.name(), what),
                network().loss().computed());
    }

    @Override
    public String name() {
        return Run.OWN;
    }

    @Override
    public Network network() {
        return hand.network();
    }

    @Override
    public Parameters parameters() {
        return hand.parameters();
    }

    @Override
    public INDArray output(INDArray x) {
        return hand.output(x);
    }

    @Override
    public List<INDArray> activations(INDArray x) {
        return hand.activations(x);
    }

    @Override
    public double loss(Batch batch) {
        return hand.loss(batch);
    }

    @Override
    public LossGradient gradient(Batch batch) {
        if (!trainee.pure()) {
            return hand.gradient(batch);
        }
        var task = new Case(
                "observed", parameters().point(), batch.samples(), Optional.empty(), OptionalDouble.of(learningRate));
        return trainee.respondent().gradient(task) instanceof Answer.Given<Claim> given
                ? new LossGradient(
                        loss(batch),
                        Parameters.of(given.value().gradient(), parameters().dataType()))
                : hand.gradient(batch);
    }

    /**
     * Their gradient where nothing has been asked before.
     *
     * @throws InputException if they have none for this network
     */
    static Point atTheStart(Trainee trainee, String experiment, Case start) {
        return claim(trainee, experiment, start).gradient();
    }

    /**
     * What they claim at a point where nothing has been asked before.
     *
     * @throws InputException if they have no gradient for this network
     */
    static Claim claim(Trainee trainee, String experiment, Case start) {
        Answer<Claim> answer = trainee.respondent().again().gradient(start);
        if (answer instanceof Answer.Given<Claim> given) {
            return given.value();
        }
        throw new InputException(
                answer instanceof Answer.Unsupported<Claim> unsupported
                        ? "%s cannot take part in %s: it says %s"
                                .formatted(trainee.name(), experiment, unsupported.reason())
                        : answer.trouble().orElseThrow());
    }

    @Override
    public void step(Batch batch) {
        step++;
        var task = new Case(
                "step " + step,
                parameters().point(),
                batch.samples(),
                Optional.empty(),
                OptionalDouble.of(learningRate));
        Answer<Claim> answer =
                steps ? trainee.respondent().step(task) : trainee.respondent().gradient(task);
        if (!(answer instanceof Answer.Given<Claim> given)) {
            throw failed(answer.trouble().orElseThrow());
        }
        Claim claim = given.value();
        for (Block block : network().blocks()) {
            if (!claim.handed().blocks().contains(block)) {
                throw failed("%s: expected a gradient of %s, found none".formatted(trainee.name(), block.symbol()));
            }
        }
        LossGradient right = hand.gradient(batch);
        watch.saw(new Exchange(step, task, claim, right.gradient().point(), right.loss()));
        stepLoss = right.loss();
        hand.follow(Parameters.of(claim.gradient(), parameters().dataType()));
    }

    private StepFailure failed(String reason) {
        failure = Optional.of(new Account.Failure(step, reason));
        return new StepFailure(reason);
    }

    /**
     * What the run has shown of it.
     *
     * @param inquire whether it is asked why a step was wrong
     */
    OwnRecord account(boolean inquire, Outcome outcome) {
        boolean failed = outcome.ending() == Outcome.Ending.STEP_FAILED;
        return new Account(trainee, precision, watch).given(inquire, failure.filter(any -> failed));
    }

    @Override
    public double stepLoss() {
        return stepLoss;
    }
}
