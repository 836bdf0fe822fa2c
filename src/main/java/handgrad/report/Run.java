package handgrad.report;

import handgrad.data.Split;
import handgrad.data.Start;
import handgrad.network.Network;
import handgrad.network.Trained;
import handgrad.train.Settings;
import handgrad.train.TrainingRecord;
import handgrad.verify.GradientCheck;
import java.util.ArrayList;
import java.util.List;

/**
 * All that a report is made from.
 *
 * @param findings what else was found out about the run, a sentence each
 */
public record Run(
        Topic topic,
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

    public String experiment() {
        return topic.experiment();
    }

    public Verdict verdict() {
        return Verdict.of(check, training);
    }

    /** With further findings. */
    public Run with(List<String> more) {
        var all = new ArrayList<>(findings);
        all.addAll(more);
        return new Run(topic, settings, network, split, start, trained, check, training, all, provenance);
    }
}
