package handgrad.show.text;

import handgrad.Figures;
import handgrad.Shown;
import handgrad.lab.result.Compared;
import handgrad.lab.result.Compared.Pair;
import java.util.List;
import java.util.stream.Collectors;

/** Two programs side by side for a reader: the first tensor that differs, and which do not. */
public final class ComparedText {
    private ComparedText() {}

    /** What fits one screen. */
    public static String of(Compared compared, Screen screen) {
        var sheet = new Sheet(screen)
                .say("%s against %s: %s"
                        .formatted(
                                Shown.text(compared.tool()),
                                Shown.text(compared.reference()),
                                screen.toned(compared.passes() ? "pass" : "FAIL")
                                        + compared.first()
                                                .map(ComparedText::first)
                                                .orElse(", " + alike(compared))));
        sheet.gap();
        names(sheet, "The same: ", compared, true);
        names(sheet, "Different: ", compared, false);
        compared.notes().forEach(note -> sheet.say(2, Shown.sentence(note)));
        return sheet.toString();
    }

    private static void names(Sheet sheet, String label, Compared compared, boolean same) {
        String names = compared.tensors().stream()
                .filter(pair -> pair.same() == same)
                .map(pair -> Shown.text(pair.name()))
                .collect(Collectors.joining(", "));
        if (!names.isEmpty()) {
            sheet.say(2, label, names);
        }
    }

    /** A row a tensor, in the order of computation. */
    public static String details(Compared compared, Screen screen) {
        var rows = compared.tensors().stream()
                .map(pair -> List.of(
                        Shown.text(pair.name()),
                        pair.same() ? "same" : "DIFFERS",
                        Figures.difference(pair.difference()),
                        pair.place().toString(),
                        String.valueOf(pair.own()),
                        String.valueOf(pair.other())))
                .toList();
        var table = new TextTable(List.of("tensor", "verdict", "difference", "largest at", "yours", "theirs"), rows)
                .sparing("yours", "theirs", "largest at");
        return new Sheet(screen).gap().table(2, table).toString();
    }

    private static String alike(Compared compared) {
        return Figures.count(compared.tensors().size(), "tensor") + " are the same up to rounding";
    }

    private static String first(Pair pair) {
        return ", the first tensor that differs is %s: at %s it is %s, theirs is %s"
                .formatted(Shown.text(pair.name()), pair.place(), pair.own(), pair.other());
    }
}
