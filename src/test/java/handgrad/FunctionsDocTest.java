package handgrad;

import static org.assertj.core.api.Assertions.assertThat;

import handgrad.judge.trace.Formulas;
import handgrad.network.function.Activation;
import handgrad.network.function.Definition;
import handgrad.network.function.Definitions;
import handgrad.network.function.Loss;
import handgrad.network.function.Range;
import handgrad.network.function.Rule;
import handgrad.show.python.PythonText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;

/** The tables in {@code docs/functions.md} are what the definitions say; the right ones are left in {@code target}. */
class FunctionsDocTest {
    private static final Path PAGE = Path.of("docs/functions.md");
    private static final String BEGIN = "<!-- tables -->\n";
    private static final String END = "<!-- end -->";

    @Test
    void theTablesAreWrittenFromTheDefinitions() throws IOException {
        String page = Files.readString(PAGE);
        String right =
                page.substring(0, page.indexOf(BEGIN) + BEGIN.length()) + tables() + page.substring(page.indexOf(END));
        Files.writeString(Path.of("target/functions.md"), right);
        assertThat(page)
                .as("docs/functions.md, expected as in target/functions.md")
                .isEqualTo(right);
    }

    private static String tables() {
        var lines = new ArrayList<String>(
                List.of("", "| activation | f(z) | dL/dz from dA = dL/da | range | ND4J |", "|---|---|---|---|---|"));
        for (Activation f : Definitions.all(Activation.class)) {
            lines.add(
                    row(f, "activation", Formulas.definition(f), Formulas.slope(f), range(f.range()), counterpart(f)));
        }
        lines.addAll(List.of("", "| loss | what an output adds to it | dL/dy | DL4J |", "|---|---|---|---|"));
        for (Loss loss : Definitions.all(Loss.class)) {
            lines.add(row(
                    loss,
                    "loss",
                    ofAnyWidth(Formulas.definition(loss)),
                    ofAnyWidth(Formulas.slope(loss)),
                    loss.counterpartName(DataType.DOUBLE)));
        }
        lines.addAll(List.of("", "| rule | a step `theta <- theta - s` of a gradient g |", "|---|---|"));
        for (Rule rule : Definitions.all(Rule.class)) {
            String step = String.join("; ", PythonText.rule(rule)).replace("memory[l][k][0]", "m0");
            String decay = rule.decay() > 0 ? "; s = s + LEARNING_RATE * %s * W".formatted(rule.decay()) : "";
            lines.add(row(rule, "rule", step.replace("memory[l][k][1]", "m1") + decay));
        }
        lines.add("");
        return String.join("\n", lines) + "\n";
    }

    /** The formula is that of one output, so that a loss divided by the number of outputs is divided by 1. */
    private static String ofAnyWidth(String formula) {
        return formula.replaceAll("/ 1$", "/ nOut");
    }

    private static String row(Definition definition, String folder, String... cells) {
        String file = "../src/main/java/handgrad/network/function/%s/%s.java"
                .formatted(folder, definition.getClass().getSimpleName());
        var row = new StringBuilder("| [`%s`](%s) |".formatted(usual(definition), file));
        for (int i = 0; i < cells.length; i++) {
            boolean formula = i < 2 && !cells[i].startsWith("Loss");
            String cell = cells[i].replace("|", "\\|");
            row.append(formula ? " `%s` |".formatted(cell) : " %s |".formatted(cell));
        }
        return row.toString();
    }

    private static String usual(Definition definition) {
        return Definitions.withNumbers(definition);
    }

    private static String range(Range range) {
        return "%s to %s".formatted(bound(range.least()), bound(range.most()));
    }

    private static String bound(double value) {
        return Double.isInfinite(value)
                ? (value < 0 ? "-∞" : "∞")
                : "%.6g".formatted(value).replaceAll("\\.?0+$", "");
    }

    private static String counterpart(Activation f) {
        String name = f.counterpart().getClass().getSimpleName();
        return name.startsWith("Activation")
                ? "`%s`".formatted(name)
                : name.equals("Differentiated") ? "none; SameDiff" : "corrected";
    }
}
