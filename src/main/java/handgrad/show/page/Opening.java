package handgrad.show.page;

import handgrad.Figures;
import handgrad.lab.result.GradientsAtStart;
import handgrad.lab.result.Mistaken;
import handgrad.lab.result.Run;
import handgrad.lab.result.Topic;
import handgrad.show.text.CommandText;
import handgrad.show.text.MarkdownText;
import handgrad.show.text.Summary;
import handgrad.train.TrainingRecord;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a page begins with: the verdict, the figures that matter, the checks. */
final class Opening {
    private Opening() {}

    record Verdict(String id, boolean success, String sentence) {}

    record Learning(String id, String sentence) {}

    record Ended(String how, String sentence) {}

    record Check(String name, double measured, double tolerance, String where, boolean passes) {}

    static Map<String, Object> of(Run run) {
        TrainingRecord training = run.training();
        Map<String, Object> parts = topic(run.topic());
        parts.put("expected", run.expectation().orElse(null));
        parts.put("headline", Headline.of(run));
        parts.put("mistake", MistakeParts.of(run));
        List<Mistaken.Place> places = MistakeParts.places(run);
        parts.put("stations", places.isEmpty() ? null : NetworkPart.of(run.network(), places));
        parts.put("network", network(run));
        parts.put("seed", run.settings().seed());
        parts.put(
                "subtitle",
                "%s, seed %d, %s precision"
                        .formatted(
                                network(run),
                                run.settings().seed(),
                                run.settings().precision().id()));
        parts.put("time", run.provenance().time());
        parts.put("commit", run.provenance().commit());
        parts.put("verdict", new Verdict(run.verdict().id(), run.verdict().success(), Summary.verdict(run)));
        parts.put("learning", new Learning(run.learning().id(), Summary.learning(run)));
        parts.put("ended", new Ended(training.outcome().ending().id(), Summary.ending(training)));
        boolean alone = training.divergences().isEmpty();
        parts.put("parameterDifference", alone ? null : training.maxParameterDifference());
        parts.put("figures", KeyFigures.of(run));
        parts.put("checks", checks(run));
        parts.put("findings", run.findings());
        return parts;
    }

    static Map<String, Object> topic(Topic topic) {
        var parts = new LinkedHashMap<String, Object>();
        parts.put("experiment", topic.experiment());
        parts.put("variant", topic.variant().orElse(null));
        parts.put("title", topic.title());
        parts.put("asked", CommandText.text(topic.asked()));
        parts.put("question", topic.question());
        return parts;
    }

    private static String network(Run run) {
        return "%s, %s, %s (%s)"
                .formatted(
                        run.network().shape(),
                        MarkdownText.activations(run.network()),
                        run.network().loss().id(),
                        run.network().reduction().id());
    }

    private static List<Check> checks(Run run) {
        var checks = new ArrayList<Check>();
        for (GradientsAtStart.Check check : run.gradientsAtStart().all()) {
            checks.add(new Check(
                    "gradient at the start: %s, %s".formatted(check.left(), check.right()),
                    check.relative(),
                    check.tolerance(),
                    check.worst().address().toString(),
                    check.passes()));
        }
        TrainingRecord training = run.training();
        for (TrainingRecord.Divergence divergence : training.divergences()) {
            checks.add(new Check(
                    "parameters after any step: %s, %s"
                            .formatted(training.first().engine(), divergence.other()),
                    divergence.largest(),
                    run.settings().tolerance(),
                    "step " + Figures.number(divergence.largestStep()),
                    divergence.firstStep().isEmpty()));
        }
        training.last().pairs().forEach(pair -> pair.differingAnswers()
                .ifPresent(count -> checks.add(new Check(
                        "test answers at the end: %s, %s"
                                .formatted(training.first().engine(), pair.other()),
                        count,
                        0,
                        "test set",
                        count == 0))));
        return checks;
    }
}
