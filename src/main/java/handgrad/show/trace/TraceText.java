package handgrad.show.trace;

import handgrad.Shown;
import handgrad.judge.trace.Digits;
import handgrad.judge.trace.Line;
import handgrad.judge.trace.Section;
import handgrad.lab.result.Traced;
import handgrad.network.Network;
import handgrad.show.text.Lines;
import handgrad.show.text.Screen;
import handgrad.show.text.Screen.Tone;
import handgrad.show.text.Sheet;
import handgrad.show.text.TextTable;
import handgrad.show.text.VerificationText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A trace for a reader: a line a node and derivative, name, formula, numbers, value. */
public final class TraceText {
    /** Wider than that no line is easy to read. */
    private static final int WIDEST = 120;

    /** Below it the later steps of an equation do not begin below its first, but at the left. */
    private static final int ROOM = 40;

    private static final int INDENT = 2;
    private static final String EQUALS = " = ";

    private TraceText() {}

    /** The whole of it. */
    public static String of(Traced traced, Digits digits, Screen given) {
        var screen = new Screen(Math.min(given.width(), WIDEST), given.terminal(), given.colour());
        var sheet = new Sheet(screen);
        Optional<ClaimWords> claimed = ClaimWords.of(traced, digits);
        claimed.ifPresent(words ->
                sheet.add(VerificationText.of(words.claimed().judged(), screen)).gap());
        sheet.say(0, header(traced, digits));
        for (Section section : traced.trace().sections()) {
            sheet.gap().say(screen.in(Tone.STRONG, section.title()));
            section.notes().forEach(note -> sheet.say(INDENT, "# ", note));
            section.lines().forEach(line -> {
                equation(sheet, line, digits);
                claimed.flatMap(words -> words.note(line))
                        .ifPresent(note -> sheet.say(2 * INDENT, screen.in(Tone.BAD, "<- " + note)));
            });
        }
        claimed.ifPresent(words -> beside(sheet, words));
        Tone tone = traced.agrees() ? Tone.GOOD : Tone.BAD;
        sheet.gap();
        TraceWords.verdict(traced).lines().forEach(line -> sheet.say(screen.in(tone, line)));
        return sheet.toString();
    }

    private static void beside(Sheet sheet, ClaimWords words) {
        sheet.gap().say(sheet.screen().in(Tone.STRONG, "what is claimed, beside what is right"));
        words.sentences().forEach(sentence -> sheet.say(INDENT, "# ", sentence));
        sheet.table(INDENT, new TextTable(ClaimWords.HEADER, words.rows()).sparing("difference"));
    }

    private static List<String> header(Traced traced, Digits digits) {
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
        TraceWords.moment(traced, digits).ifPresent(lines::add);
        lines.addAll(TraceWords.conventions(traced));
        return lines;
    }

    /** On one line where it fits, else a step a line. */
    private static void equation(Sheet sheet, Line line, Digits digits) {
        var steps = new ArrayList<>(line.names());
        TraceWords.steps(line, digits).forEach(step -> steps.add(step.text()));
        String whole = String.join(" = ", steps);
        if (whole.length() <= sheet.left(INDENT)) {
            sheet.say(INDENT, whole);
            return;
        }
        int below = INDENT + line.name().length();
        int indent = sheet.left(below) >= ROOM ? below : 2 * INDENT;
        String start = line.name();
        if (indent < below) {
            sheet.say(INDENT, start);
            start = " ".repeat(indent - INDENT);
        }
        for (String step : steps.subList(1, steps.size())) {
            List<String> parts = Lines.ofFormula(step, sheet.left(indent + EQUALS.length()));
            sheet.say(INDENT, start + EQUALS, parts.get(0));
            sheet.say(indent + EQUALS.length(), parts.subList(1, parts.size()));
            start = " ".repeat(indent - INDENT);
        }
    }
}
