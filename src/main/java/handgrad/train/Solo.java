package handgrad.train;

import handgrad.engine.Batch;
import handgrad.engine.Engine;
import handgrad.input.data.Batches;
import handgrad.input.data.NumpyRandom;
import handgrad.input.data.Split;
import java.util.List;
import java.util.function.BooleanSupplier;

/** Trains one engine with nobody looking on the way: the steps that {@link Lockstep} makes of it, and the same end. */
public final class Solo {
    private final Engine engine;
    private final Batches batches;
    private final Brake brake;
    private final long last;
    private long step;

    private Solo(Engine engine, Split split, Settings settings, NumpyRandom random) {
        this.engine = engine;
        this.batches = new Batches(split.train(), settings.sampling(), random);
        this.brake = new Brake(settings.stopping(), engine, split.train());
        this.last = (long) settings.epochs() * batches.perEpoch();
    }

    /**
     * What has become of it.
     *
     * @param epochs whole ones, trained
     * @param loss of the training set at the end
     */
    public record Ended(Outcome outcome, int epochs, double loss) {}

    /**
     * Trains until all epochs are done, a criterion of the settings is met, the loss is no longer finite, or it is told to stop.
     *
     * @param random draws the order of mini-batches
     * @param cancelled asked after each epoch
     */
    public static Ended train(
            Engine engine, Split split, Settings settings, NumpyRandom random, BooleanSupplier cancelled) {
        var solo = new Solo(engine, split, settings, random);
        Outcome outcome = solo.steps(cancelled);
        double loss = engine.loss(split.train());
        if (outcome.ending() == Outcome.Ending.COMPLETED && !Double.isFinite(loss)) {
            outcome = Outcome.notFinite(outcome.step(), List.of(engine.name()));
        }
        return new Ended(outcome, (int) (outcome.step() / solo.batches.perEpoch()), loss);
    }

    private Outcome steps(BooleanSupplier cancelled) {
        int perEpoch = batches.perEpoch();
        while (step < last) {
            step++;
            Batch batch = batches.next();
            brake.before();
            engine.step(batch);
            // The loss of a step is that of the point before it.
            if (!Double.isFinite(engine.stepLoss())) {
                return Outcome.notFinite(step - 1, List.of(engine.name()));
            }
            if (brake.stepTooSmall()) {
                return Outcome.stepTooSmall(step);
            }
            if (step % perEpoch == 0) {
                if (brake.lossReached()) {
                    return Outcome.lossReached(step);
                }
                if (step < last && cancelled.getAsBoolean()) {
                    return Outcome.interrupted(step);
                }
            }
        }
        return Outcome.completed(step);
    }
}
