package handgrad.show.text;

import handgrad.Figures;
import handgrad.Shown;
import handgrad.lab.result.Compared;
import handgrad.lab.result.Compared.Pair;
import java.util.List;

/** Two programs side by side for a reader: the first tensor that differs, then a table in the order of computation. */
public final class ComparedText {
    private ComparedText() {}

    /** The whole of it. */
    public static String of(Compared compared) {
        var text = new StringBuilder("%s against %s: %s%n%n"
                .formatted(
                        Shown.text(compared.tool()),
                        Shown.text(compared.reference()),
                        compared.first().map(ComparedText::first).orElse("pass, " + alike(compared))));
        var rows = compared.tensors().stream()
                .map(pair -> List.of(
                        Shown.text(pair.name()),
                        pair.same() ? "same" : "DIFFERS",
                        Figures.difference(pair.difference()),
                        pair.place().toString(),
                        String.valueOf(pair.own()),
                        String.valueOf(pair.other())))
                .toList();
        text.append(new TextTable(List.of("tensor", "verdict", "difference", "largest at", "yours", "theirs"), rows)
                        .plain()
                        .stripTrailing()
                        .indent(2))
                .append('\n');
        compared.notes()
                .forEach(note -> text.append("  ").append(Shown.sentence(note)).append('\n'));
        return text.toString();
    }

    private static String alike(Compared compared) {
        return Figures.count(compared.tensors().size(), "tensor") + " are the same up to rounding";
    }

    private static String first(Pair pair) {
        return "FAIL, the first tensor that differs is %s: at %s it is %s, theirs is %s"
                .formatted(Shown.text(pair.name()), pair.place(), pair.own(), pair.other());
    }
}
