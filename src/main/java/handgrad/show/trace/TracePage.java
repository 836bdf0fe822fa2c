package handgrad.show.trace;

import handgrad.Shown;
import handgrad.judge.trace.Digits;
import handgrad.judge.trace.Line;
import handgrad.judge.trace.Section;
import handgrad.judge.trace.Trace;
import handgrad.lab.result.Traced;
import handgrad.show.file.Link;
import handgrad.show.file.Template;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A trace as a page of HTML: what the text says, with the graph drawn. The template escapes whatever it is given.
 *
 * @param about the network in a sentence
 * @param moment where in a run it stands; empty where it is from no run
 * @param claim what is said of a claim as a whole, a sentence each; empty where nothing is claimed
 * @param claimed what is claimed beside what is right
 * @param drawing empty where the graph is too large
 * @param captions what is to be known of the drawing
 * @param notDrawn why there is no drawing
 */
public record TracePage(
        String name,
        String about,
        Optional<String> moment,
        List<String> claim,
        Optional<Claimed> claimed,
        List<String> conventions,
        Optional<Drawing> drawing,
        List<String> captions,
        Optional<String> notDrawn,
        List<Part> parts,
        String verdict,
        List<GradientEntry> entries) {
    /** As its head calls it. */
    public static final String KIND = "trace";

    public TracePage {
        conventions = List.copyOf(conventions);
        captions = List.copyOf(captions);
        parts = List.copyOf(parts);
        entries = List.copyOf(entries);
    }

    /**
     * What is claimed beside what is right.
     *
     * @param sentences what the columns are
     */
    public record Claimed(List<String> sentences, List<String> header, List<ClaimedRow> rows) {
        public Claimed {
            sentences = List.copyOf(sentences);
            header = List.copyOf(header);
            rows = List.copyOf(rows);
        }
    }

    /**
     * A row of it.
     *
     * @param style whether it is wrong, as a class of the style sheet
     * @param href the line that works the right value out; empty where there is none
     */
    public record ClaimedRow(String style, String href, String name, List<String> figures) {}

    /** A section. */
    public record Part(Section.Pass pass, String id, String title, List<String> notes, List<Equation> equations) {}

    /**
     * A line.
     *
     * @param style whether it is the first of its kind, as classes of the style sheet
     * @param names all of them, the most usual first
     * @param claimed what is claimed in its place; empty unless that is wrong
     */
    public record Equation(String id, String style, List<String> names, List<Step> steps, Optional<String> claimed) {}

    /**
     * One side of an equation.
     *
     * @param style what it is, as a class of the style sheet
     */
    public record Step(String style, String text) {}

    /** The page of a trace. */
    public static TracePage of(Traced traced, Digits digits) {
        Trace trace = traced.trace();
        Optional<String> notDrawn = DrawingLimits.exceeded(trace);
        Optional<Drawing> drawing = notDrawn.isPresent()
                ? Optional.empty()
                : Optional.of(new TraceLayout(trace.network(), trace.graph(), digits, name -> PageIds.href(trace, name))
                        .draw());
        Optional<ClaimWords> words = ClaimWords.of(traced, digits);
        return new TracePage(
                Shown.text(traced.name()),
                NetworkSentence.of(traced, digits),
                TraceWords.moment(traced, digits).map(MathText::of),
                words.map(ClaimWords::opening).orElse(List.of()).stream()
                        .map(MathText::of)
                        .toList(),
                words.map(TracePage::claimed),
                TraceWords.conventions(traced).stream().map(MathText::of).toList(),
                drawing,
                DrawingCaption.of(trace),
                notDrawn,
                trace.sections().stream()
                        .map(section -> part(section, digits, words))
                        .toList(),
                TraceWords.verdict(traced),
                GradientEntry.of(traced, digits));
    }

    /**
     * All of it.
     *
     * @param links to what is near it
     */
    public String html(List<Link> links) {
        return Template.HTML.filled("trace.jte", Map.of("page", this, "links", links));
    }

    /** The sections of the way forward, or of the way back. */
    public List<Part> parts(Section.Pass... passes) {
        return parts.stream()
                .filter(part -> Arrays.asList(passes).contains(part.pass()))
                .toList();
    }

    private static Claimed claimed(ClaimWords words) {
        Trace trace = words.traced().trace();
        var rows = words.rows().stream()
                .map(row -> new ClaimedRow(
                        row.get(row.size() - 1).startsWith(ClaimWords.WRONG) ? "wrong" : "",
                        PageIds.href(trace, row.get(0)),
                        MathText.of(row.get(0)),
                        row.stream().skip(1).map(MathText::of).toList()))
                .toList();
        return new Claimed(words.sentences().stream().map(MathText::of).toList(), ClaimWords.HEADER, rows);
    }

    private static Part part(Section section, Digits digits, Optional<ClaimWords> words) {
        var equations = new ArrayList<Equation>();
        Optional<Line.Kind> before = Optional.empty();
        for (Line line : section.lines()) {
            Optional<Line.Kind> kind = Optional.of(line.kind());
            equations.add(equation(line, kind.equals(before) ? "equation" : "equation first", digits, words));
            before = kind;
        }
        String title = section.title();
        return new Part(
                section.pass(),
                PageIds.of(section),
                title.substring(0, 1).toUpperCase(Locale.ROOT) + title.substring(1),
                section.notes().stream().map(MathText::of).toList(),
                equations);
    }

    private static Equation equation(Line line, String style, Digits digits, Optional<ClaimWords> words) {
        var steps = TraceWords.steps(line, digits).stream()
                .map(step -> new Step(step.form().name().toLowerCase(Locale.ROOT), MathText.breakable(step.text())))
                .toList();
        return new Equation(
                PageIds.of(line),
                style,
                line.names().stream().map(MathText::of).toList(),
                steps,
                words.flatMap(given -> given.note(line)).map(MathText::of));
    }
}
