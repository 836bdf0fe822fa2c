package handgrad.lab.own;

import handgrad.input.data.Sampling;
import handgrad.lab.EngineKind;
import handgrad.lab.Experiments;
import handgrad.lab.Workbench;
import handgrad.lab.result.Run;
import handgrad.train.Progress;
import handgrad.train.Settings;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/** Three steps of an experiment beside somebody's own gradient. */
record Trained(String experiment, Settings settings) {
    /** Two of the four samples a step. */
    static final Trained XOR =
            new Trained("xor-cross-entropy", Settings.of(4, 3, 0.1, 3).withSampling(Sampling.batches(2)));

    static final Trained DIGITS = new Trained(
            "digits-cross-entropy", Settings.of(1, 1, 0.5, 4).withSplitSeed(1).withSampling(Sampling.batches(16)));

    static final Trained SINE = new Trained("sine", Experiments.named("sine").defaults());

    Run run(Trainee trainee) {
        return new Workbench(Experiments.named(experiment), settings, List.of(EngineKind.HAND))
                .beside(trainee, List.of("--gradient", "Mine.java"))
                .run(threeSteps());
    }

    private static Progress threeSteps() {
        return new Progress() {
            private long made;

            @Override
            public void stepped(long step) {
                made = step;
            }

            @Override
            public boolean cancelled() {
                return made == 3;
            }
        };
    }

    /** Skips the test aloud where there is no Python. */
    static void assumePython() {
        boolean there;
        try {
            there = new ProcessBuilder("python3", "--version").start().waitFor() == 0;
        } catch (IOException e) {
            there = false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            there = false;
        }
        Assumptions.assumeTrue(there, "python3 is not here");
    }
}
