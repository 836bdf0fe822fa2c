package handgrad.train;

import handgrad.engine.Batch;
import handgrad.engine.Engine;
import handgrad.engine.StepFailure;
import handgrad.input.data.Batches;
import handgrad.input.data.NumpyRandom;
import handgrad.input.data.Split;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Trains engines side by side: all see the same batch before any sees the next. */
public final class Lockstep {
    private final List<Engine> engines;
    private final Progress progress;
    private final Observer observer;
    private final Split split;
    private final Batches batches;
    private final Schedule schedule;
    private final Brake brake;
    private final List<Pacer> pacers;
    private final Stopwatch stopwatch;
    private final double[] losses;
    private final List<Observation> observations = new ArrayList<>();
    /** Where the last step that is observed began, one an engine; none at the start. */
    private List<double[]> before = List.of();

    private long step;
    /** The next step that is observed. */
    private long due;

    private Lockstep(List<Engine> engines, Split split, Settings settings, NumpyRandom random, Progress progress) {
        this.engines = List.copyOf(engines);
        this.progress = progress;
        this.observer = new Observer(this.engines, split);
        this.split = split;
        this.batches = new Batches(split.train(), settings.sampling(), random);
        this.brake = new Brake(settings.stopping(), this.engines.get(0), split.train());
        this.schedule = new Schedule((long) settings.epochs() * batches.perEpoch());
        this.stopwatch = new Stopwatch(engines.size());
        this.losses = new double[engines.size()];
        this.pacers = this.engines.stream()
                .skip(1)
                .map(other -> new Pacer(engines.get(0), other, settings))
                .toList();
    }

    /**
     * Trains until all epochs are done, a criterion of the settings is met, a loss is no longer finite, or the progress says
     * stop.
     *
     * @param engines at least one; all others are compared with the first
     * @param random draws the order of mini-batches
     */
    public static TrainingRecord train(
            List<Engine> engines, Split split, Settings settings, NumpyRandom random, Progress progress) {
        return new Lockstep(engines, split, settings, random, progress).train();
    }

    private TrainingRecord train() {
        stopwatch.start();
        progress.started(schedule.last());
        observe();
        Outcome outcome = steps();
        if (observations.get(observations.size() - 1).step() != step) {
            before = List.of();
            observe();
        }
        var results = IntStream.range(0, engines.size())
                .mapToObj(i -> observer.result(engines.get(i), stopwatch.inSteps(i)))
                .toList();
        List<Surface.Neuron> neurons = observer.neurons();
        stopwatch.observed();
        return new TrainingRecord(
                split.task(),
                step,
                batches.perEpoch(),
                observations,
                outcome,
                results,
                pacers.stream().map(Pacer::divergence).toList(),
                observer.surface(),
                neurons,
                stopwatch.times());
    }

    private Outcome steps() {
        while (step < schedule.last()) {
            if (progress.cancelled()) {
                return Outcome.interrupted(step);
            }
            Optional<Outcome> end = step(batches.next());
            if (end.isPresent()) {
                return end.get();
            }
            if (step % batches.perEpoch() == 0 && brake.lossReached()) {
                return Outcome.lossReached(step);
            }
        }
        return end();
    }

    /** The loss of a step is that of the point before it, so that a lost run is noticed one step later. */
    private Optional<Outcome> step(Batch batch) {
        step++;
        if (step == due) {
            before = engines.stream()
                    .map(engine -> engine.parameters().toArray())
                    .toList();
        }
        brake.before();
        stopwatch.prepared();
        // The last first: those that may fail stand there, and where one does, none is a step ahead.
        for (int i = losses.length - 1; i >= 0; i--) {
            try {
                engines.get(i).step(batch);
            } catch (StepFailure e) {
                step--;
                // Ctrl-C ends programs that are asked too.
                return Optional.of(
                        progress.cancelled()
                                ? Outcome.interrupted(step)
                                : Outcome.stepFailed(step, engines.get(i).name()));
            }
            stopwatch.stepped(i);
        }
        for (int i = 0; i < losses.length; i++) {
            losses[i] = engines.get(i).stepLoss();
        }
        for (int i = 0; i < pacers.size(); i++) {
            pacers.get(i).stepped(step);
        }
        progress.stepped(step);
        for (double loss : losses) {
            if (!Double.isFinite(loss)) {
                return Optional.of(Outcome.notFinite(step - 1, lost()));
            }
        }
        if (step == due) {
            observe();
        }
        return brake.stepTooSmall() ? Optional.of(Outcome.stepTooSmall(step)) : Optional.empty();
    }

    private List<String> lost() {
        return IntStream.range(0, losses.length)
                .filter(i -> !Double.isFinite(losses[i]))
                .mapToObj(i -> engines.get(i).name())
                .toList();
    }

    private Outcome end() {
        var lost = observations.get(observations.size() - 1).engines().stream()
                .filter(state -> !Double.isFinite(state.loss()))
                .map(Observation.State::engine)
                .toList();
        return lost.isEmpty() ? Outcome.completed(step) : Outcome.notFinite(step, lost);
    }

    private void observe() {
        stopwatch.prepared();
        Observation observation = observer.observe(step, step / batches.perEpoch(), before);
        observations.add(observation);
        due = schedule.next(step);
        stopwatch.observed();
        progress.observed(observation);
    }
}
