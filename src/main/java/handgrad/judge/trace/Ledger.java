package handgrad.judge.trace;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** Where the passes write their lines: it evaluates each, and keeps those that were asked for. */
final class Ledger {
    private record Open(Section.Pass pass, String title, List<String> notes, List<Line> lines) {}

    private final Selection selection;
    private final List<Open> sections = new ArrayList<>();
    private final Map<String, Expression.Symbol> asides = new LinkedHashMap<>();

    Ledger(Selection selection) {
        this.selection = selection;
    }

    /** The section of what follows. */
    void begin(Section.Pass pass, String title, List<String> notes) {
        sections.add(new Open(pass, title, notes, new ArrayList<>()));
    }

    /** Writes the line of a neuron. @return its value */
    double add(Line.Kind kind, int layer, int neuron, Expression expression, String... names) {
        return add(new Line(kind, layer, OptionalInt.of(neuron), List.of(names), expression));
    }

    /** Writes a line of a whole row. @return its value */
    double addRow(Line.Kind kind, int layer, Expression expression, String... names) {
        return add(new Line(kind, layer, OptionalInt.empty(), List.of(names), expression));
    }

    /** Names what belongs to a whole row and writes its line; what has been named before keeps its name. */
    Expression.Symbol addAside(int layer, Expression whole) {
        return asides.computeIfAbsent(layer + whole.formula(), any -> {
            String kind = whole instanceof Expression.Call ? "m" : "s";
            long before = asides.values().stream()
                    .filter(known -> known.name().startsWith(kind))
                    .count();
            String name = before == 0 ? kind : kind + (before + 1);
            return new Expression.Symbol(name, addRow(Line.Kind.ROW, layer, whole, name));
        });
    }

    private double add(Line line) {
        if (selection.includes(line.layer(), line.neuron())) {
            sections.get(sections.size() - 1).lines.add(line);
        }
        return line.value();
    }

    /** The sections that have a line. */
    List<Section> sections() {
        return sections.stream()
                .filter(section -> !section.lines.isEmpty())
                .map(section -> new Section(section.pass, section.title, section.notes, section.lines))
                .toList();
    }
}
