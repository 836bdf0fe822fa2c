package handgrad.report;

import handgrad.data.Split;
import handgrad.data.Start;
import handgrad.network.Network;
import handgrad.network.Trained;
import handgrad.train.Settings;
import handgrad.train.TrainingRecord;
import handgrad.verify.GradientCheck;
import java.util.List;

/**
 * All that a report is made from.
 *
 * @param question what the experiment asks, in one line
 * @param expectation what a reader should see, and why
 * @param findings what else was found out about the run, a sentence each
 */
public record Run(
        String experiment,
        String question,
        String expectation,
        Settings settings,
        Network network,
        Split split,
        Start start,
        Trained trained,
        GradientCheck check,
        TrainingRecord training,
        List<String> findings,
        Provenance provenance) {
    public Run {
        findings = List.copyOf(findings);
    }

    public Verdict verdict() {
        return Verdict.of(check, training);
    }
}
