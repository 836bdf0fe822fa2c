package handgrad.sweep;

import handgrad.engine.Engine;
import handgrad.engine.Parameters;
import handgrad.input.data.NumpyRandom;
import handgrad.input.data.Split;
import handgrad.lab.EngineKind;
import handgrad.lab.Setup;
import handgrad.train.Outcome;
import handgrad.train.Settings;
import handgrad.train.Solo;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.nd4j.linalg.api.memory.MemoryWorkspace;
import org.nd4j.linalg.api.memory.conf.WorkspaceConfiguration;
import org.nd4j.linalg.api.memory.enums.AllocationPolicy;
import org.nd4j.linalg.api.memory.enums.LearningPolicy;
import org.nd4j.linalg.api.memory.enums.SpillPolicy;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Makes runs of a sweep, one at a time, on the thread that calls it: the hand engine alone, from the start that {@code handgrad run}
 * draws, through the same steps, to the same bits.
 */
public final class Trainer {
    private static final String ARENA = "SWEEP";

    /** One stretch of memory for all arrays of a run; the next run has it again, and a larger one makes it longer. */
    private static final WorkspaceConfiguration AGAIN = WorkspaceConfiguration.builder()
            .policyAllocation(AllocationPolicy.STRICT)
            .policyLearning(LearningPolicy.FIRST_LOOP)
            .policySpill(SpillPolicy.REALLOCATE)
            .build();

    private final Sweep sweep;

    public Trainer(Sweep sweep) {
        this.sweep = sweep;
    }

    /** What a run comes to; empty if it was told to stop before its end. */
    public Optional<Finished> run(long run, BooleanSupplier cancelled) {
        MemoryWorkspace arena = Nd4j.getWorkspaceManager().getAndActivateWorkspace(AGAIN, ARENA);
        try {
            return trained(run, cancelled);
        } finally {
            arena.close();
        }
    }

    private Optional<Finished> trained(long run, BooleanSupplier cancelled) {
        Settings settings = sweep.settings(run);
        Setup setup = sweep.experiment().setup(settings);
        Split split = setup.split();
        var random = new NumpyRandom(settings.seed());
        Parameters theta = setup.start().draw(setup.network(), settings.dataType(), random);
        Engine engine = EngineKind.HAND.create(theta, settings.descent(), setup.trained());
        Solo.Ended ended = Solo.train(engine, split, settings, random, cancelled);
        if (ended.outcome().ending() == Outcome.Ending.INTERRUPTED) {
            return Optional.empty();
        }
        double score = split.task()
                .score(engine.output(split.train().x()), split.train().y());
        return Optional.of(new Finished(
                run, ended.loss(), score, ended.epochs(), ended.outcome().ending(), digest(engine.parameters())));
    }

    /** Of the numbers of a point. */
    static long digest(Parameters theta) {
        var digest = new Digest();
        digest.add(theta.toArray());
        return digest.bits();
    }

    /** Gives back this thread's memory. */
    public static void close() {
        Nd4j.getWorkspaceManager().destroyAllWorkspacesForCurrentThread();
    }
}
