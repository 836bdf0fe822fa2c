package handgrad.lab;

import handgrad.InputException;
import handgrad.engine.Batch;
import handgrad.engine.Engine;
import handgrad.engine.Parameters;
import handgrad.engine.Threads;
import handgrad.input.claim.Case;
import handgrad.input.data.Batches;
import handgrad.input.data.NumpyRandom;
import handgrad.lab.own.Trainee;
import handgrad.lab.result.Moment;
import handgrad.lab.result.Topic;
import handgrad.train.Lockstep;
import handgrad.train.Observation;
import handgrad.train.Progress;
import handgrad.train.Settings;
import handgrad.train.TrainingRecord;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A point on the way of the hand engine: the parameters after so many steps of a run, with the same bits, and the batch that its
 * next step takes.
 *
 * @param here the point and the batch, on which nothing is claimed
 * @param own a gradient that takes part in the run, and has not been asked
 */
public record Waypoint(Case here, Moment moment, Optional<Trainee> own) {
    /**
     * Trains as a run does, up to a step.
     *
     * @throws InputException if the run has no such step
     */
    static Waypoint reached(Topic topic, Setup made, Settings settings, long step, Progress progress) {
        String name = topic.experiment();
        long last = (long) settings.epochs() * batches(made, settings).perEpoch();
        if (step < 0 || step > last) {
            throw new InputException("--step %d: expected 0 to %d, the steps of %s".formatted(step, last, name));
        }
        Threads.use(1);
        var random = new NumpyRandom(settings.seed());
        Engine hand = EngineKind.HAND.create(start(made, settings, random), settings.descent(), made.trained());
        TrainingRecord training =
                Lockstep.train(List.of(hand), made.split(), settings, random, new Until(step, progress));
        if (training.steps() < step) {
            String ending = training.outcome().ending().id();
            throw new InputException(
                    "--step %d: expected 0 to %d, the steps of %s, which ends early with these settings (%s)"
                            .formatted(step, training.steps(), name, ending));
        }
        Batch batch = following(batches(made, settings), step);
        var here = new Case(
                name,
                hand.parameters().point(),
                batch.samples(),
                Optional.empty(),
                OptionalDouble.of(settings.descent().learningRate()));
        return new Waypoint(
                here,
                new Moment(step, last, training.first().loss(), topic.words(option -> !option.name()
                        .equals("--engines"))),
                made.own());
    }

    private static Parameters start(Setup made, Settings settings, NumpyRandom random) {
        return made.start().draw(made.network(), settings.dataType(), random);
    }

    /** The batches of a run from its first on: their order is drawn after the starting point. */
    private static Batches batches(Setup made, Settings settings) {
        var random = new NumpyRandom(settings.seed());
        start(made, settings, random);
        return new Batches(made.split().train(), settings.sampling(), random);
    }

    private static Batch following(Batches batches, long steps) {
        Batch next = batches.next();
        for (long made = 0; made < steps; made++) {
            next = batches.next();
        }
        return next;
    }

    /** Ends a run after a step. */
    private static final class Until implements Progress {
        private final long last;
        private final Progress progress;
        private long made;

        Until(long last, Progress progress) {
            this.last = last;
            this.progress = progress;
        }

        @Override
        public void started(long steps) {
            progress.started(last);
        }

        @Override
        public void stepped(long step) {
            made = step;
            progress.stepped(step);
        }

        @Override
        public void observed(Observation observation) {
            progress.observed(observation);
        }

        @Override
        public boolean cancelled() {
            return made == last;
        }
    }
}
