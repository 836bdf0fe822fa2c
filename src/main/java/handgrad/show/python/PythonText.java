package handgrad.show.python;

import handgrad.lab.result.Run;
import handgrad.network.Block;
import handgrad.network.Network;
import handgrad.network.function.Activation;
import handgrad.network.function.Rule;
import handgrad.network.layer.Layer;
import handgrad.network.layer.Theta;
import handgrad.network.number.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Pieces of the Python program that repeats a run: {@code theta[l][k]} is part k of layer l, {@code a[l]} what it is fed. */
public final class PythonText {
    private final Network network;
    private final int last;

    public PythonText(Network network) {
        this.network = network;
        this.last = network.depth() - 1;
    }

    private Theta<Row> theta(int l) {
        List<Block> blocks = network.blocks(l);
        return new Theta<>(
                network.layer(l).slots(),
                IntStream.range(0, blocks.size())
                        .<Row>mapToObj(k -> PythonRow.symbol(
                                "theta[%d][%d]".formatted(l, k), blocks.get(k).size()))
                        .toList());
    }

    private Row input(int l) {
        return PythonRow.symbol("a[%d]".formatted(l), network.layer(l).nIn());
    }

    private Row z(int l) {
        return PythonRow.symbol("z[%d]".formatted(l), network.layer(l).nOut());
    }

    private Row output(int l) {
        return PythonRow.symbol("a[%d]".formatted(l + 1), network.layer(l).nOut());
    }

    private Row output(String name) {
        return PythonRow.symbol(name, network.nOut());
    }

    private static String text(Row row) {
        return ((PythonRow) row).text();
    }

    /** The statements of the forward pass. */
    public List<String> forward() {
        var lines = new ArrayList<String>();
        for (int l = 0; l <= last; l++) {
            Layer layer = network.layer(l);
            lines.add("z.append(%s)"
                    .formatted(text(layer.z(List.of(input(l)), theta(l)).get(0))));
            lines.add("a.append(%s)".formatted(text(layer.activation().of(z(l)))));
        }
        return lines;
    }

    /** What each output adds to the loss. */
    public String loss() {
        return text(network.loss().of(output("z"), output("y"), output("t")));
    }

    /** {@code dL/dz} of the output layer. */
    public String outputDelta() {
        Activation f = network.layer(last).activation();
        return text(network.loss().delta(f, z(last), output(last), output("t")));
    }

    /** The statements of the backward pass, each layer's parameters moved as soon as delta has passed through them. */
    public List<String> backward() {
        var lines = new ArrayList<String>();
        for (int l = last; l >= 0; l--) {
            Layer layer = network.layer(l);
            List<Row> input = List.of(input(l));
            List<Row> delta = List.of(PythonRow.symbol("delta", layer.nOut()));
            if (l > 0) {
                lines.add("dA = " + text(layer.below(input, theta(l), delta).get(0)));
            }
            List<Row> gradient = layer.gradient(input, theta(l), delta).values();
            for (int k = 0; k < gradient.size(); k++) {
                lines.add("descend(%d, %d, %s, count)".formatted(l, k, text(gradient.get(k))));
            }
            if (l > 0) {
                Row dA = PythonRow.symbol("dA", layer.nIn());
                Activation below = network.layer(l - 1).activation();
                lines.add("delta = " + text(below.timesSlope(dA, z(l - 1), output(l - 1))));
            }
        }
        return lines;
    }

    /** The statements that make a step s of a gradient g, and what is remembered. */
    public static List<String> rule(Rule rule) {
        List<Row> kept = IntStream.range(0, rule.memories())
                .<Row>mapToObj(k -> PythonRow.symbol("memory[l][k][%d]".formatted(k), 0))
                .toList();
        Rule.Update update = rule.step(
                PythonRow.symbol("g", 0), kept, PythonRow.symbol("LEARNING_RATE", 0), PythonRow.symbol("count", 0));
        var lines = new ArrayList<String>();
        String step = text(update.step());
        for (int k = 0; k < kept.size(); k++) {
            String memory = text(kept.get(k));
            String remembered = text(update.memory().get(k));
            lines.add("%s = %s".formatted(memory, remembered));
            // Parentheses go with what needed them; those of a call stay.
            step = step.replace(remembered, memory)
                    .replaceAll("(?<!\\w)\\(%s\\)".formatted(Pattern.quote(memory)), memory);
        }
        lines.add("s = " + step);
        return lines;
    }

    /** Whether each part of each layer is a weight: {@code [[True, False], ...]}. */
    public String weights() {
        return IntStream.rangeClosed(0, last)
                .mapToObj(l -> network.blocks(l).stream()
                        .map(block -> block.isWeight() ? "True" : "False")
                        .collect(Collectors.joining(", ", "[", "]")))
                .collect(Collectors.joining(", ", "[", "]"));
    }

    /** Whether the network needs the error function, which NumPy lacks. */
    public boolean needsErf() {
        return forward().stream().anyMatch(line -> line.contains("erf("));
    }

    /** The starting point, a line a layer. */
    public static List<String> start(Run run) {
        Network network = run.model().network();
        return IntStream.range(0, network.depth())
                .mapToObj(l -> network.blocks(l).stream()
                        .map(run.model().start()::python)
                        .collect(Collectors.joining(", ", "[", "],")))
                .toList();
    }

    /** A number, or None. */
    public static String threshold(OptionalDouble value) {
        return value.isPresent() ? String.valueOf(value.getAsDouble()) : "None";
    }
}
