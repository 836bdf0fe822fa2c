package handgrad.show.text;

import handgrad.Figures;
import handgrad.engine.Rows;
import handgrad.input.data.Answers;
import handgrad.input.data.Task;
import handgrad.lab.result.GradientsAtStart;
import handgrad.lab.result.Provenance;
import handgrad.lab.result.Run;
import handgrad.network.Address;
import handgrad.network.Block;
import handgrad.network.Network;
import handgrad.show.picture.Palette;
import handgrad.train.Observation;
import handgrad.train.Schedule;
import handgrad.train.TrainingRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.nd4j.linalg.api.buffer.DataType;

/** Pieces of the report for a reader. */
public final class MarkdownText {
    /** Networks of this size are shown number by number. */
    public static final int FEW_PARAMETERS = 50;

    private static final int ROWS = 20;

    private MarkdownText() {}

    /** A picture in its light and its dark form, as code hosts show them. */
    public static String picture(String name, String described) {
        return """
            <picture>
              <source media="(prefers-color-scheme: dark)" srcset="%s">
              <img src="%s" alt="%s">
            </picture>\
            """.formatted(Palette.DARK.file(name), Palette.LIGHT.file(name), described);
    }

    /** What came from a file or a class as it is, never as markup or a second line. */
    public static String text(String given) {
        return given.replace("&", "&amp;").replace("<", "&lt;").replaceAll("\\R", " ");
    }

    public static String bullets(List<String> sentences) {
        return sentences.stream().map(sentence -> "- " + text(sentence)).collect(Collectors.joining("\n"));
    }

    /** From the input to the output: {@code tanh, softmax}. */
    public static String activations(Network network) {
        return network.layers().stream().map(layer -> layer.activation().id()).collect(Collectors.joining(", "));
    }

    public static String precision(DataType type) {
        return type.name().toLowerCase(Locale.ROOT);
    }

    /** The losses of about twenty steps, the first and the last among them. */
    public static TextTable losses(TrainingRecord training) {
        var header = new ArrayList<>(List.of("epoch", "step"));
        training.results().forEach(result -> header.add("loss " + result.engine()));
        training.divergences().forEach(divergence -> header.add("difference to " + divergence.other()));
        var seen = training.observations();
        long grid = Schedule.round(training.last().step() / ROWS);
        var rows = IntStream.range(0, seen.size())
                .filter(i -> i == seen.size() - 1 || seen.get(i).step() % grid == 0)
                .mapToObj(i -> lossRow(seen.get(i)))
                .toList();
        return new TextTable(header, rows);
    }

    private static List<String> lossRow(Observation seen) {
        var row = new ArrayList<>(List.of(String.valueOf(seen.epoch()), String.valueOf(seen.step())));
        seen.engines().forEach(state -> row.add(Figures.of(state.loss())));
        seen.pairs().forEach(pair -> row.add(Figures.difference(pair.lossDifference())));
        return row;
    }

    /** The worst entry of each pair of gradients, with both values. */
    public static TextTable worst(GradientsAtStart gradients) {
        var rows = gradients.all().stream()
                .map(check -> List.of(
                        check.left() + ", " + check.right(),
                        check.worst().address().toString(),
                        String.valueOf(check.worst().left()),
                        String.valueOf(check.worst().right())))
                .toList();
        return new TextTable(List.of("pair", "entry", "first", "second"), rows);
    }

    /** One matrix for each engine: one row for each true class, one column for each answer. */
    public static String confusion(Run run) {
        String set = run.split().test().isPresent() ? "test" : "training";
        List<String> classes = run.split().task().classes();
        return run.training().results().stream()
                .map(result -> "%s, %s set: one row for each true class, one column for each answer.\n\n%s\n\n"
                        .formatted(
                                result.engine(),
                                set,
                                matrix(run.confusion(result), classes).markdown()))
                .collect(Collectors.joining());
    }

    private static TextTable matrix(List<List<Integer>> counts, List<String> classes) {
        var header = new ArrayList<>(List.of("true"));
        header.addAll(classes);
        var rows = IntStream.range(0, classes.size())
                .mapToObj(t -> {
                    var row = new ArrayList<>(List.of(classes.get(t)));
                    counts.get(t).forEach(count -> row.add(count == 0 ? "." : String.valueOf(count)));
                    return (List<String>) row;
                })
                .toList();
        return new TextTable(header, rows);
    }

    /** Inputs, targets, what each engine puts out at the end, and the class that the first one answers. */
    public static TextTable outputs(Run run) {
        double[][] x = Rows.of(run.split().train().x());
        double[][] t = Rows.of(run.split().train().y());
        var header = new ArrayList<>(List.of("input", "target"));
        run.training().results().forEach(result -> header.add(result.engine()));
        Optional<Answers> answers = run.training().first().trainAnswers();
        answers.ifPresent(given -> header.add("answer"));
        var rows = IntStream.range(0, x.length)
                .mapToObj(i -> {
                    var row = new ArrayList<>(List.of(vector(x[i]), vector(t[i])));
                    for (var result : run.training().results()) {
                        row.add(result.predictions().get(i).stream()
                                .map(Figures::of)
                                .collect(Collectors.joining(", ")));
                    }
                    answers.ifPresent(given -> row.add(
                            className(run.split().task(), given.classes().get(i))));
                    return (List<String>) row;
                })
                .toList();
        return new TextTable(header, rows);
    }

    /** Every parameter at the end, an engine a column, with all digits. */
    public static TextTable parameters(Run run) {
        List<TrainingRecord.Result> results = run.training().results();
        var header = new ArrayList<>(List.of("parameter"));
        results.forEach(result -> header.add(result.engine()));
        var rows = new ArrayList<List<String>>();
        for (Block block : run.network().blocks()) {
            for (int i = 0; i < block.rows(); i++) {
                for (int j = 0; j < block.columns(); j++) {
                    int at = block.index(i, j);
                    var row = new ArrayList<>(List.of(new Address(block, i, j).toString()));
                    results.forEach(result ->
                            row.add(String.valueOf(result.parameters().vector().getDouble(at))));
                    rows.add(row);
                }
            }
        }
        return new TextTable(header, rows);
    }

    private static String className(Task task, int answer) {
        return answer == Answers.NONE ? "none" : task.classes().get(answer);
    }

    private static String vector(double[] values) {
        return IntStream.range(0, values.length)
                .mapToObj(i -> Figures.of(values[i]))
                .collect(Collectors.joining(", "));
    }

    private static String blas(Provenance provenance) {
        return "%s, kernel: %s, threads: %d; ND4J's sums for %s"
                .formatted(
                        provenance.blas(),
                        provenance.blasKernel().orElse("by the processor"),
                        provenance.blasThreads(),
                        Figures.count(provenance.nd4jThreads(), "thread"));
    }

    public static TextTable provenance(Provenance provenance) {
        var rows = List.of(
                List.of("Handgrad", provenance.handgrad() + ", commit " + provenance.commit()),
                List.of("DL4J and ND4J", provenance.dl4j()),
                List.of("Tablesaw", provenance.tablesaw()),
                List.of("Java", provenance.java() + ", " + provenance.jvm()),
                List.of("JVM options", String.join(" ", provenance.jvmOptions())),
                List.of("machine", provenance.os() + ", " + provenance.processors() + " processors"),
                List.of("BLAS", blas(provenance)),
                List.of("hand engine", "at most " + Figures.count(provenance.threads(), "thread") + " a step"),
                List.of("when", provenance.time()));
        return new TextTable(List.of("what", "which"), rows);
    }
}
