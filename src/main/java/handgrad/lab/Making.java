package handgrad.lab;

import handgrad.engine.Batch;
import handgrad.engine.Engine;
import handgrad.engine.Parameters;
import handgrad.engine.Threads;
import handgrad.input.claim.Case;
import handgrad.input.data.NumpyRandom;
import handgrad.lab.result.GradientsAtStart;
import handgrad.lab.result.GradientsAtStart.Check;
import handgrad.lab.result.Misstep;
import handgrad.lab.result.Model;
import handgrad.lab.result.OwnRecord;
import handgrad.lab.result.Participant;
import handgrad.lab.result.Provenance;
import handgrad.lab.result.Run;
import handgrad.lab.result.Topic;
import handgrad.network.Point;
import handgrad.train.Lockstep;
import handgrad.train.Progress;
import handgrad.train.Settings;
import handgrad.train.TrainingRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A run that is made: its gradients are verified at the starting point, then it is trained from there.
 *
 * @param threads of the engine by hand
 */
record Making(Topic topic, Settings settings, Setup setup, List<EngineKind> kinds, int threads) {
    /** The oracle takes as long as many steps: it judges on the first few samples. */
    private static final int CHECKED_SAMPLES = 16;

    /** The gradients at the starting point; whether somebody's own, where there is one, is right. */
    private record Start(GradientsAtStart gradients, List<Misstep> missteps, boolean ownRight) {}

    static Batch few(Setup setup) {
        return setup.split().train().first(CHECKED_SAMPLES);
    }

    /** A point and a batch on which nothing is claimed. */
    static Case unclaimed(Topic topic, Parameters theta, Batch batch) {
        return new Case(topic.experiment(), theta.point(), batch.samples(), Optional.empty(), OptionalDouble.empty());
    }

    Run run(Progress progress) {
        Threads.use(1);
        var provenance = Provenance.collect(threads);
        var random = new NumpyRandom(settings.seed());
        Parameters theta = setup.start().draw(setup.network(), settings.dataType(), random);
        List<Engine> engines = engines(theta);
        Start start = verified(engines, theta);
        Optional<OwnEngine> own =
                setup.own().map(given -> new OwnEngine(given, theta, settings.descent(), setup.trained()));
        own.ifPresent(engines::add);
        var training = Lockstep.train(engines, setup.split(), settings, random, progress);
        Optional<OwnRecord> account = own.map(engine -> engine.account(start.ownRight(), training.outcome()));
        return new Run(
                topic,
                settings,
                new Model(setup.network(), setup.split(), setup.start(), setup.trained()),
                participants(own),
                start.gradients(),
                training,
                account,
                missteps(start, account),
                findings(start, account, training),
                provenance);
    }

    private List<Engine> engines(Parameters theta) {
        var engines = new ArrayList<Engine>();
        kinds.forEach(kind -> engines.add(kind.create(theta, settings.descent(), setup.trained(), threads)));
        return engines;
    }

    private List<Participant> participants(Optional<OwnEngine> own) {
        var participants = new ArrayList<Participant>();
        kinds.forEach(kind -> participants.add(kind.participant(setup.network().loss(), settings.dataType())));
        own.ifPresent(engine -> participants.add(engine.participant()));
        return participants;
    }

    private Start verified(List<Engine> engines, Parameters theta) {
        Batch few = few(setup);
        Case start = unclaimed(topic, theta, few);
        var oracle = new Oracle(start, settings.precision());
        var gradients = new StartCheck(engines, setup.split().train(), few).made();
        var missteps = new ArrayList<>(RunFindings.atTheStart(gradients, engines, few, oracle));
        if (setup.own().isEmpty()) {
            return new Start(gradients, missteps, true);
        }
        Point own = OwnEngine.atTheStart(setup.own().get(), topic.title(), start);
        Check check = oracle.check(Run.OWN, own);
        if (!check.passes()) {
            missteps.add(RunFindings.misstep(Run.OWN, oracle, own));
        }
        return new Start(gradients.with(check), missteps, check.passes());
    }

    /** A wrong gradient explains wrong steps: then its mistake alone is named. */
    private static List<Misstep> missteps(Start start, Optional<OwnRecord> account) {
        var missteps = new ArrayList<>(start.missteps());
        if (start.ownRight()) {
            account.flatMap(OwnRecord::misstep).ifPresent(missteps::add);
        }
        return missteps;
    }

    private List<String> findings(Start start, Optional<OwnRecord> account, TrainingRecord training) {
        var findings = new ArrayList<>(
                start.missteps().stream().map(RunFindings::wrong).toList());
        account.ifPresent(record -> findings.addAll(record.findings()));
        findings.addAll(RunFindings.onTheWay(training));
        findings.addAll(RunFindings.atTheEnd(training));
        var examiner = new Examiner(kinds, settings.precision());
        training.divergences().stream()
                .filter(divergence -> !divergence.other().equals(Run.OWN))
                .flatMap(divergence -> divergence.where().stream())
                .map(where -> examiner.whoIsWrong(unclaimed(topic, where, few(setup))))
                .forEach(findings::add);
        return findings;
    }
}
