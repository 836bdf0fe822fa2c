package handgrad.show.trace;

import handgrad.judge.trace.Line;
import handgrad.judge.trace.Section;
import handgrad.judge.trace.Trace;
import java.util.Optional;
import java.util.stream.Stream;

/** Where on a trace's page something stands. */
final class PageIds {
    private static final String NOWHERE = "";

    private PageIds() {}

    /** {@code forward-layer-1}, {@code loss}. */
    static String of(Section section) {
        return plain(section.title().replaceFirst(" \\(.*", ""));
    }

    /** {@code z1-1}, {@code dL-dW1-1-1}. */
    static String of(Line line) {
        return plain(line.name());
    }

    private static String plain(String text) {
        return text.replaceAll("\\W+", "-").replaceFirst("-$", "");
    }

    /** Of the line that says how a quantity, or the derivative by it, comes about; of what is given, where it is used first. */
    static String href(Trace trace, String quantity) {
        return Stream.of(quantity, "dL/d" + quantity)
                .flatMap(name -> trace.line(name).stream())
                .map(PageIds::of)
                .findFirst()
                .or(() -> use(trace, quantity))
                .map("#"::concat)
                .orElse(NOWHERE);
    }

    private static Optional<String> use(Trace trace, String given) {
        Section.Pass pass = given.startsWith("x") ? Section.Pass.FORWARD : Section.Pass.LOSS;
        boolean used = given.matches("[xt]\\[\\d+]");
        return trace.sections().stream()
                .filter(section -> used && section.pass() == pass)
                .map(PageIds::of)
                .findFirst();
    }
}
