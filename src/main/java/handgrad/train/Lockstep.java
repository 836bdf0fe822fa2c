package handgrad.train;

import handgrad.compare.Gauge;
import handgrad.data.Batches;
import handgrad.data.NumpyRandom;
import handgrad.data.Split;
import handgrad.engine.Engine;
import handgrad.network.Batch;
import handgrad.network.Parameters;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Trains engines side by side: all see the same batch before any sees the next. */
public final class Lockstep {
    private final List<Engine> engines;
    private final Settings settings;
    private final Progress progress;
    private final Observer observer;
    private final Split split;
    private final Batches batches;
    private final Schedule schedule;
    private final Brake brake;
    private final List<Pacer> pacers = new ArrayList<>();
    private final long[] nanos;
    private final List<Observation> observations = new ArrayList<>();
    /** Where the last step that is observed began, one an engine; none at the start. */
    private List<Parameters> before = List.of();

    private long step;

    private Lockstep(List<Engine> engines, Split split, Settings settings, NumpyRandom random, Progress progress) {
        this.engines = List.copyOf(engines);
        this.settings = settings;
        this.progress = progress;
        this.observer = new Observer(this.engines, split);
        this.split = split;
        this.batches = new Batches(split.train(), settings.sampling(), random);
        this.brake = new Brake(settings.stopping(), this.engines.get(0), split.train());
        this.schedule = new Schedule((long) settings.epochs() * batches.perEpoch());
        this.nanos = new long[engines.size()];
        for (Engine other : this.engines.subList(1, engines.size())) {
            pacers.add(new Pacer(engines.get(0), other));
        }
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
        long begin = System.nanoTime();
        progress.started(schedule.last());
        observe();
        Outcome outcome = steps();
        if (observations.get(observations.size() - 1).step() != step) {
            observe();
        }
        var results = IntStream.range(0, engines.size())
                .mapToObj(i -> observer.result(engines.get(i), nanos[i] / 1e9))
                .toList();
        var partings = pacers.stream().map(Pacer::parting).toList();
        double seconds = (System.nanoTime() - begin) / 1e9;
        return new TrainingRecord(
                split.task(),
                step,
                batches.perEpoch(),
                observations,
                outcome,
                results,
                partings,
                observer.surface(),
                seconds);
    }

    private Outcome steps() {
        for (int epoch = 0; epoch < settings.epochs(); epoch++) {
            for (Batch batch : batches.next()) {
                if (progress.cancelled()) {
                    return Outcome.interrupted(step);
                }
                Optional<Outcome> end = step(batch);
                if (end.isPresent()) {
                    return end.get();
                }
            }
            if (brake.lossReached()) {
                return Outcome.lossReached(step);
            }
        }
        return end();
    }

    /** The loss that a step returns is that of the point before it, so that a lost run is noticed one step later. */
    private Optional<Outcome> step(Batch batch) {
        var lost = new ArrayList<String>();
        if (schedule.contains(step + 1)) {
            before = engines.stream().map(engine -> engine.parameters().copy()).toList();
        }
        brake.before();
        for (int i = 0; i < engines.size(); i++) {
            long begin = System.nanoTime();
            double loss = engines.get(i).step(batch);
            nanos[i] += System.nanoTime() - begin;
            if (!Double.isFinite(loss)) {
                lost.add(engines.get(i).name());
            }
        }
        step++;
        pacers.forEach(Pacer::stepped);
        progress.stepped(step);
        if (!lost.isEmpty()) {
            return Optional.of(Outcome.notFinite(step - 1, lost));
        }
        if (schedule.contains(step)) {
            observe();
        }
        return brake.stepTooSmall() ? Optional.of(Outcome.stepTooSmall(step)) : Optional.empty();
    }

    private Outcome end() {
        var lost = observations.get(observations.size() - 1).engines().stream()
                .filter(state -> !Double.isFinite(state.loss()))
                .map(Observation.State::engine)
                .toList();
        return lost.isEmpty() ? Outcome.completed(step) : Outcome.notFinite(step, lost);
    }

    private void observe() {
        Observation observation =
                observer.observe(step, step / batches.perEpoch(), schedule.contains(step) ? before : List.of());
        observations.add(observation);
        progress.observed(observation);
    }

    /** Watches one pair of engines, and keeps them together where the mode asks for it. */
    private final class Pacer {
        private final Engine first;
        private final Engine other;
        private final Gauge gauge;
        private Optional<Long> firstStep = Optional.empty();
        private Optional<Parameters> where = Optional.empty();
        private double largest;
        private long largestStep;

        Pacer(Engine first, Engine other) {
            this.first = first;
            this.other = other;
            this.gauge = new Gauge(first.parameters(), other.parameters());
        }

        void stepped() {
            double distance = gauge.maxRelative();
            if (firstStep.isEmpty() && !(distance <= settings.tolerance())) {
                firstStep = Optional.of(step);
                where = Optional.of(first.parameters().copy());
            }
            if (!(distance <= largest)) {
                largest = distance;
                largestStep = step;
            }
            switch (settings.mode()) {
                case FREE_RUNNING -> {}
                case RE_SYNCED -> other.setParameters(first.parameters());
            }
        }

        TrainingRecord.Parting parting() {
            return new TrainingRecord.Parting(other.name(), firstStep, where, largest, largestStep);
        }
    }
}
