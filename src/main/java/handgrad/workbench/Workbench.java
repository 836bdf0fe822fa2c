package handgrad.workbench;

import handgrad.claim.Case;
import handgrad.data.NumpyRandom;
import handgrad.data.Split;
import handgrad.data.Start;
import handgrad.engine.Engine;
import handgrad.engine.Threads;
import handgrad.network.Batch;
import handgrad.network.InputException;
import handgrad.network.Network;
import handgrad.network.Parameters;
import handgrad.report.Provenance;
import handgrad.report.Run;
import handgrad.train.Lockstep;
import handgrad.train.Progress;
import handgrad.train.Settings;
import handgrad.train.TrainingRecord;
import handgrad.verify.GradientCheck;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.nd4j.linalg.api.buffer.DataType;

/** Runs one experiment: verifies the gradients at the starting point, then trains from it. */
public final class Workbench {
    /** Central differences cost two losses a parameter and sample: gradients are checked on the first few samples. */
    private static final int CHECKED_SAMPLES = 16;

    private final Experiment experiment;
    private final Settings settings;
    private final List<EngineKind> kinds;

    /** @throws InputException if the settings do not fit the experiment */
    public Workbench(Experiment experiment, Settings settings, List<EngineKind> kinds) {
        this.experiment = experiment;
        this.settings = settings;
        this.kinds = List.copyOf(kinds);
        int samples = experiment.trainingSamples();
        if (settings.batchSize().orElse(1) > samples) {
            throw new InputException("--batch-size %d: expected 1 to %d, the training samples of %s"
                    .formatted(settings.batchSize().getAsInt(), samples, experiment.name()));
        }
    }

    /** The starting point with the first few training samples, on which nothing is claimed yet. */
    public Case start() {
        Setup setup = experiment.setup(settings);
        Parameters theta = setup.start().draw(setup.network(), DataType.DOUBLE, new NumpyRandom(settings.seed()));
        Batch batch = setup.split().train().first(CHECKED_SAMPLES);
        return new Case(experiment.name(), theta, batch, Optional.empty(), OptionalDouble.empty());
    }

    /** Verifies, trains, and returns all that a report needs. */
    public Run run(Progress progress) {
        Prepared prepared = prepare();
        Setup setup = prepared.setup;
        var training = Lockstep.train(prepared.engines, setup.split(), settings, prepared.random, progress);
        return new Run(
                experiment.name(),
                experiment.question(),
                experiment.expectation(),
                settings,
                setup.network(),
                setup.split(),
                setup.start(),
                setup.trained(),
                prepared.check,
                training,
                findings(setup, training),
                Provenance.collect());
    }

    /** Where engines part, the oracle says whether a gradient is wrong there or rounding has grown. */
    private List<String> findings(Setup setup, TrainingRecord training) {
        Batch few = setup.split().train().first(CHECKED_SAMPLES);
        return training.partings().stream()
                .flatMap(parting -> parting.where().stream())
                .map(theta -> new Case(experiment.name(), theta, few, Optional.empty(), OptionalDouble.empty()))
                .map(new Examiner(kinds, settings.dataType())::whoIsWrong)
                .toList();
    }

    private record Prepared(Setup setup, List<Engine> engines, NumpyRandom random, GradientCheck check) {}

    private Prepared prepare() {
        Threads.use(1);
        Setup setup = experiment.setup(settings);
        Split split = setup.split();
        Network network = setup.network();
        Start start = setup.start();
        var random = new NumpyRandom(settings.seed());
        Parameters theta = start.draw(network, settings.dataType(), random);
        var engines = kinds.stream()
                .map(kind -> kind.create(theta, settings.learningRate(), setup.trained()))
                .toList();
        var check = GradientCheck.of(engines, split.train(), split.train().first(CHECKED_SAMPLES));
        return new Prepared(setup, engines, random, check);
    }
}
