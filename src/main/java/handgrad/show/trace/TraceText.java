package handgrad.show.trace;

import handgrad.Shown;
import handgrad.judge.trace.Digits;
import handgrad.judge.trace.Line;
import handgrad.judge.trace.Section;
import handgrad.lab.result.Traced;
import handgrad.network.Network;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

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
        return text.append('\n').append(TraceWords.verdict(traced)).append('\n').toString();
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
        lines.addAll(TraceWords.conventions(traced));
        return lines;
    }

    /** On one line where it fits, else a step a line. */
    private static List<String> equation(Line line, Digits digits) {
        var steps = new ArrayList<>(line.names());
        TraceWords.steps(line, digits).forEach(step -> steps.add(step.text()));
        String whole = String.join(" = ", steps);
        if (whole.length() <= WIDTH) {
            return List.of(whole);
        }
        String indent = " ".repeat(line.name().length());
        var lines = new ArrayList<String>();
        for (String step : steps.subList(1, steps.size())) {
            var parts = parts(step, WIDTH - indent.length());
            lines.add((lines.isEmpty() ? line.name() : indent) + " = " + parts.get(0));
            parts.stream().skip(1).forEach(part -> lines.add(indent + "   " + part));
        }
        return lines;
    }

    /** Breaks a formula before a plus, and a term that is too wide even so before its factors. */
    private static List<String> parts(String formula, int width) {
        return broken(formula, " + ", width).stream()
                .flatMap(term -> term.length() <= width ? Stream.of(term) : broken(term, " * ", width).stream())
                .toList();
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
}
