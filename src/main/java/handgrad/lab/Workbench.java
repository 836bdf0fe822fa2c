package handgrad.lab;

import handgrad.InputException;
import handgrad.engine.Parameters;
import handgrad.input.claim.Case;
import handgrad.input.data.NumpyRandom;
import handgrad.input.data.Sampling;
import handgrad.lab.own.Trainee;
import handgrad.lab.result.Option;
import handgrad.lab.result.Run;
import handgrad.lab.result.Topic;
import handgrad.train.Progress;
import handgrad.train.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.nd4j.linalg.api.buffer.DataType;

/** Makes one run: verifies the gradients at the starting point, then trains from it. */
public final class Workbench {
    private final Topic topic;
    private final Settings settings;
    private final Function<Settings, Setup> setup;
    private final List<EngineKind> kinds;
    private final int threads;

    /**
     * For an experiment's own setup, whether it is one run or a study.
     *
     * @throws InputException if the settings do not fit the experiment
     */
    public Workbench(Experiment experiment, Settings settings, List<EngineKind> kinds) {
        this(topic(experiment, Optional.empty(), settings, kinds), settings, experiment::setup, kinds, 1);
        check(experiment, settings.sampling());
        experiment.check(settings);
    }

    private Workbench(Experiment experiment, Variant variant, Settings given, List<EngineKind> kinds) {
        this(
                topic(experiment, Optional.of(variant.name()), given, kinds),
                variant.settings(),
                variant.setup(),
                kinds,
                1);
        check(experiment, settings.sampling());
        experiment.check(settings);
    }

    private Workbench(
            Topic topic, Settings settings, Function<Settings, Setup> setup, List<EngineKind> kinds, int threads) {
        this.topic = topic;
        this.settings = settings;
        this.setup = setup;
        this.kinds = List.copyOf(kinds);
        this.threads = threads;
    }

    /** @param given what holds wherever a run of a study does not choose its own */
    private static Topic topic(
            Experiment experiment, Optional<String> variant, Settings given, List<EngineKind> kinds) {
        var chosen = new ArrayList<>(Option.all(given, names(kinds)));
        chosen.removeAll(Option.all(experiment.defaults(), names(experiment.engines())));
        return new Topic(
                experiment.name(),
                variant,
                experiment.varied(),
                experiment.question(),
                experiment.isExpected(given, kinds) ? Optional.of(experiment.expectation()) : Optional.empty(),
                experiment.arguments(),
                chosen);
    }

    private static List<String> names(List<EngineKind> kinds) {
        return kinds.stream().map(EngineKind::id).toList();
    }

    private static void check(Experiment experiment, Sampling sampling) {
        int samples = experiment.trainingSamples();
        if (sampling.sizeFor(1) > samples) {
            throw new InputException("--batch-size %d: expected 1 to %d, the training samples of %s"
                    .formatted(sampling.sizeFor(1), samples, experiment.name()));
        }
    }

    /**
     * One for each run of a study; one for an experiment that is one run.
     *
     * @throws InputException if the settings do not fit the experiment
     */
    public static List<Workbench> all(Experiment experiment, Settings settings, List<EngineKind> kinds) {
        List<Variant> variants = experiment.variants(settings);
        return variants.isEmpty()
                ? List.of(new Workbench(experiment, settings, kinds))
                : variants.stream()
                        .map(variant -> new Workbench(experiment, variant, settings, kinds))
                        .toList();
    }

    public Topic topic() {
        return topic;
    }

    /** The starting point with the first few training samples, on which nothing is claimed yet. */
    public Case start() {
        Setup made = setup.apply(settings);
        Parameters theta = made.start().draw(made.network(), DataType.DOUBLE, new NumpyRandom(settings.seed()));
        return Making.unclaimed(topic, theta, Making.few(made));
    }

    /**
     * Where the hand engine stands after so many steps of the run.
     *
     * @throws InputException if the run has no such step
     */
    public Waypoint at(long step, Progress progress) {
        return Waypoint.reached(topic, setup.apply(settings), settings, step, progress);
    }

    /**
     * The same beside a gradient of somebody's, which takes part as an engine.
     *
     * @param words of the command line that name it
     * @throws InputException if the experiment brings one of its own, or if a program says that it cannot do the network
     */
    public Workbench beside(Trainee trainee, List<String> words) {
        Setup made = setup.apply(settings);
        if (made.own().isPresent()) {
            throw new InputException("%s: %s brings a gradient of its own, expected an experiment without one"
                    .formatted(words.get(0), topic.title()));
        }
        trainee.respondent().refusal(made.network()).ifPresent(reason -> {
            throw new InputException("%s cannot take part in %s: %s".formatted(trainee.name(), topic.title(), reason));
        });
        return new Workbench(
                topic.with(words), settings, setup.andThen(other -> other.beside(trainee)), kinds, threads);
    }

    /** The same with a hand engine that may share a step among so many threads, at least 1; otherwise it has one. */
    public Workbench on(int many) {
        return new Workbench(topic, settings, setup, kinds, many);
    }

    /** Verifies, trains, and returns all that a report needs. */
    public Run run(Progress progress) {
        return new Making(topic, settings, setup.apply(settings), kinds, threads).run(progress);
    }
}
