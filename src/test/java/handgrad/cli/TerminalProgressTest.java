package handgrad.cli;

import static org.assertj.core.api.Assertions.assertThat;

import handgrad.Figures;
import handgrad.lab.EngineKind;
import handgrad.lab.Experiments;
import handgrad.lab.Workbench;
import handgrad.lab.result.Run;
import handgrad.show.text.Screen;
import handgrad.train.Observation;
import handgrad.train.Progress;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** Without a terminal: a line now and then, with the loss that the run is about. */
class TerminalProgressTest {
    /** A clock on which ten seconds pass whenever somebody looks. */
    private static Pace slow() {
        var seconds = new AtomicLong();
        return new Pace(() -> 10_000_000_000L * seconds.incrementAndGet());
    }

    /** Not that of the right gradient beside it. */
    @Test
    void ofAGradientOfItsOwnItIsItsLoss() {
        var printed = new StringWriter();
        Run run = trained(slow(), printed);

        double own = run.training().results().get(1).loss();
        assertThat(own).isNotEqualTo(run.training().results().get(0).loss());
        assertThat(printed.toString()).contains("step 3 of 3, loss " + Figures.of(own) + ", apart ");
    }

    @Test
    void aShortRunPrintsNothing() {
        var printed = new StringWriter();
        trained(new Pace(() -> 0), printed);

        assertThat(printed.toString()).isEmpty();
    }

    private static Run trained(Pace pace, StringWriter printed) {
        var experiment = Experiments.named("sign-faults");
        Workbench bench =
                Workbench.all(experiment, experiment.defaults().withEpochs(3), List.of(EngineKind.HAND)).stream()
                        .filter(each -> each.topic().variant().orElseThrow().equals("no forward pass"))
                        .findFirst()
                        .orElseThrow();
        Run run = bench.run(Progress.silent());
        List<Observation> seen = run.training().observations();
        try (var progress = TerminalProgress.of("sign-faults", Screen.FILE, pace, new PrintWriter(printed))) {
            progress.show(3, 3, seen.get(seen.size() - 1));
        }
        return run;
    }
}
