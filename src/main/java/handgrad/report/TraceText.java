package handgrad.report;

import handgrad.network.Network;
import handgrad.network.Reduction;
import handgrad.network.Shown;
import handgrad.trace.Digits;
import handgrad.trace.Line;
import handgrad.trace.Section;
import handgrad.trace.ShortNames;
import handgrad.verify.Judgement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** A trace for a reader: a line a node and derivative, name, formula, numbers, value. */
public final class TraceText {
    private static final int WIDTH = 118;
    private static final String INDENT = "  ";

    private TraceText() {}

    /** The whole of it. */
    public static String of(Traced traced, Digits digits) {
        var text = new StringBuilder();
        header(traced).forEach(line -> text.append(line).append('\n'));
        for (Section section : traced.trace().sections()) {
            text.append('\n').append(section.title()).append('\n');
            section.notes().forEach(note -> append(text, "# ", broken(note, " ", WIDTH)));
            section.lines().forEach(line -> append(text, "", equation(line, digits)));
        }
        return text.append('\n').append(verdict(traced)).append('\n').toString();
    }

    private static void append(StringBuilder text, String mark, List<String> lines) {
        lines.forEach(line -> text.append(INDENT).append(mark).append(line).append('\n'));
    }

    private static List<String> header(Traced traced) {
        Network network = traced.trace().network();
        var lines = new ArrayList<String>();
        lines.add(String.format(
                Locale.ROOT,
                "%s: %s, %s, sample %d of %,d",
                Shown.text(traced.name()),
                network.shape(),
                network.loss().id(),
                traced.sample(),
                traced.samples()));
        lines.add(
                "Layers, neurons, inputs and samples count from 0: W^1[0,2] is 1_W[0,2], from input 0 to neuron 2 of layer 1.");
        lines.add("x is the input, y the output, t the target, L the loss of this sample alone, before the reduction.");
        lines.add(reduction(network.reduction(), traced.samples()));
        lines.addAll(ShortNames.legend(network));
        return lines;
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

    /** On one line where it fits, else a step a line. */
    private static List<String> equation(Line line, Digits digits) {
        var steps = new ArrayList<>(line.names());
        for (String step : List.of(line.formula(), line.numbers(digits), digits.of(line.value()))) {
            if (!step.equals(steps.get(steps.size() - 1))) {
                steps.add(step);
            }
        }
        String whole = String.join(" = ", steps);
        if (whole.length() <= WIDTH) {
            return List.of(whole);
        }
        String indent = " ".repeat(line.name().length());
        var lines = new ArrayList<String>();
        for (String step : steps.subList(1, steps.size())) {
            var parts = broken(step, " + ", WIDTH - indent.length());
            lines.add((lines.isEmpty() ? line.name() : indent) + " = " + parts.get(0));
            parts.stream().skip(1).forEach(part -> lines.add(indent + "   " + part));
        }
        return lines;
    }

    /** Breaks a text before separators, so that no part is wider than it has to be. */
    private static List<String> broken(String text, String separator, int width) {
        var lines = new ArrayList<String>();
        var line = new StringBuilder();
        for (String word : text.split("(?=" + Pattern.quote(separator) + ")", -1)) {
            if (!line.isEmpty() && line.length() + word.length() > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? word.stripLeading() : word);
        }
        lines.add(line.toString());
        return lines;
    }

    private static String verdict(Traced traced) {
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
                                        ? "All %d entries of this gradient agree".formatted(entries)
                                        : "%d of %d entries of this gradient DO NOT AGREE".formatted(wrong, entries),
                                Figures.difference(furthest.maxAbsoluteError()),
                                furthest.block().name());
    }
}
