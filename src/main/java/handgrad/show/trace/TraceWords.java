package handgrad.show.trace;

import handgrad.Figures;
import handgrad.judge.Judgement;
import handgrad.judge.trace.Digits;
import handgrad.judge.trace.Line;
import handgrad.judge.trace.ShortNames;
import handgrad.lab.result.Moment;
import handgrad.lab.result.Traced;
import handgrad.network.Network;
import handgrad.network.Reduction;
import handgrad.show.text.CommandText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What the text and the page of a trace both say. */
final class TraceWords {
    private TraceWords() {}

    /** One side of an equation. */
    record Step(Form form, String text) {}

    /** How a step says it. */
    enum Form {
        FORMULA,
        NUMBERS,
        VALUE
    }

    /** What the names mean, and what this sample is to the batch; a sentence each. */
    static List<String> conventions(Traced traced) {
        Network network = traced.trace().network();
        var lines = new ArrayList<String>();
        lines.add(
                "Layers count from 1; samples, neurons and inputs from 0: W2[0,1] leads from input 0 to neuron 1 of layer 2.");
        lines.add("x is the input, y the output, t the target, L the loss of this sample alone, before the reduction.");
        lines.add(reduction(network.reduction(), traced.samples()));
        lines.addAll(ShortNames.legend(network));
        return lines;
    }

    /** Where in a run it stands, in a sentence or two; empty where it is from no run. */
    static Optional<String> moment(Traced traced, Digits digits) {
        return traced.moment().map(moment -> "%s: the training loss is %s. %s%s"
                .formatted(reached(moment), digits.of(moment.loss()), batch(moment), run(moment)));
    }

    private static String batch(Moment moment) {
        return moment.step() == moment.steps()
                ? "The batch is that of a further step."
                : "The batch is that of step %,d.".formatted(moment.step() + 1);
    }

    private static String run(Moment moment) {
        return moment.asked().isEmpty() ? "" : " The run has %s.".formatted(CommandText.text(moment.asked()));
    }

    private static String reached(Moment moment) {
        String all = Figures.count(moment.steps(), "step");
        return moment.step() == 0
                ? "At the start of " + all
                : "After %s %s"
                        .formatted(
                                moment.step() == moment.steps() ? "all" : Figures.number(moment.step()) + " of", all);
    }

    private static String reduction(Reduction reduction, int samples) {
        if (samples == 1) {
            return "It is the only sample: its derivatives are the gradient, whatever the reduction (%s)."
                    .formatted(reduction.id());
        }
        return switch (reduction) {
            case MEAN ->
                "The batch's loss is the mean of %s: this one adds 1/%d of each derivative below to the gradient."
                        .formatted(Figures.count(samples, "sample"), samples);
            case SUM ->
                "The batch's loss is the sum over %s: this one adds each derivative below to the gradient as it is."
                        .formatted(Figures.count(samples, "sample"));
        };
    }

    /** Formula, numbers, value of a line; a step that would only repeat the one before is left out. */
    static List<Step> steps(Line line, Digits digits) {
        var steps = new ArrayList<Step>();
        String last = line.names().get(line.names().size() - 1);
        for (Step step : List.of(
                new Step(Form.FORMULA, line.formula()),
                new Step(Form.NUMBERS, line.numbers(digits)),
                new Step(Form.VALUE, digits.of(line.value())))) {
            boolean repeats = step.text().equals(last);
            if (repeats && !steps.isEmpty()) {
                steps.remove(steps.size() - 1);
            }
            if (!repeats || step.form() != Form.FORMULA) {
                steps.add(step);
            }
            last = step.text();
        }
        return steps;
    }

    /** Whether the gradient is the oracle's. */
    static String verdict(Traced traced) {
        Judgement judgement = traced.judgement();
        Judgement.Part furthest = judgement.parts().stream()
                .max(Comparator.comparingDouble(Judgement.Part::maxAbsoluteError))
                .orElseThrow();
        int wrong = judgement.parts().stream().mapToInt(Judgement.Part::failing).sum();
        String finite = Double.isFinite(traced.trace().loss())
                ? ""
                : "The loss is not finite at this point: no gradient is right there.\n";
        int entries = traced.trace().network().size();
        return finite
                + "%s with the oracle's, one by one (forward mode; largest difference %s, in %s)."
                        .formatted(
                                traced.agrees()
                                        ? "All %d entries of the traced gradient agree".formatted(entries)
                                        : "%d of %d entries of the traced gradient DO NOT AGREE"
                                                .formatted(wrong, entries),
                                Figures.difference(furthest.maxAbsoluteError()),
                                furthest.block().symbol());
    }
}
