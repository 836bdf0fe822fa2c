package handgrad.show.record;

import handgrad.input.data.Task;
import handgrad.lab.result.Run;
import handgrad.lab.result.Study;
import handgrad.network.compare.Comparison;
import handgrad.network.compare.Difference;
import handgrad.train.Observation;
import handgrad.train.TrainingRecord;
import java.io.StringWriter;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tech.tablesaw.api.Table;
import tech.tablesaw.io.csv.CsvWriteOptions;

/** The tables of a run, and that of a study. */
public final class Tables {
    private Tables() {}

    /**
     * One row a scheduled step: {@code step, epoch, loss_<engine>...}, for each engine but the first the difference of the
     * losses and the largest relative differences of gradients and parameters, and for cross-entropies what the textbooks'
     * form gives.
     */
    public static Table curves(TrainingRecord training) {
        var table = steps("curves", training);
        for (int i = 0; i < training.results().size(); i++) {
            int engine = i;
            String name = training.results().get(i).engine();
            table.figure("loss_" + name, seen -> seen.engines().get(engine).loss());
        }
        for (int i = 0; i < training.divergences().size(); i++) {
            int pair = i;
            String of = "_difference" + suffix(training, i);
            table.figure("loss" + of, seen -> seen.pairs().get(pair).lossDifference())
                    .figure(
                            "gradient" + of,
                            seen -> seen.pairs().get(pair).gradient().maxRelative())
                    .figure(
                            "parameter" + of,
                            seen -> seen.pairs().get(pair).parameters().maxRelative());
        }
        if (training.first().state().textbookLoss().isPresent()) {
            table.figure(
                    "textbook_loss",
                    seen -> seen.engines().get(0).textbookLoss().orElseThrow());
        }
        return table.table();
    }

    /** With two engines there is one difference, which needs no name. */
    private static String suffix(TrainingRecord training, int pair) {
        return training.divergences().size() == 1
                ? ""
                : "_" + training.divergences().get(pair).other();
    }

    private static Columns<Observation> steps(String name, TrainingRecord training) {
        return new Columns<>(name, training.observations())
                .whole("step", Observation::step)
                .whole("epoch", Observation::epoch);
    }

    /** One row a scheduled step: the scores of each engine, and, for classes, the test samples on which two answer differently. */
    public static Table accuracy(TrainingRecord training) {
        var table = steps("accuracy", training);
        String score = "_" + training.task().kind().score() + "_";
        boolean tested = training.first().testScore().isPresent();
        for (int i = 0; i < training.results().size(); i++) {
            int engine = i;
            String name = score + training.results().get(i).engine();
            table.figure("train" + name, seen -> seen.engines().get(engine).trainScore());
            if (tested) {
                table.figure(
                        "test" + name,
                        seen -> seen.engines().get(engine).testScore().orElseThrow());
            }
        }
        boolean classes = training.task().kind() == Task.Kind.CLASSIFICATION;
        for (int i = 0; tested && classes && i < training.divergences().size(); i++) {
            int pair = i;
            table.whole(
                    "differing_answers" + suffix(training, i),
                    seen -> seen.pairs().get(pair).differingAnswers().orElseThrow());
        }
        return table.table();
    }

    private record Parted(Observation seen, String other, String quantity, Difference difference) {
        static Stream<Parted> of(Observation seen, String other, String quantity, Comparison comparison) {
            return comparison.blocks().stream().map(block -> new Parted(seen, other, quantity, block));
        }
    }

    /** One row a scheduled step, engine but the first, quantity (gradient or parameters), and weight matrix or bias. */
    public static Table gradients(TrainingRecord training) {
        List<Parted> rows = training.observations().stream()
                .flatMap(seen -> seen.pairs().stream()
                        .flatMap(pair -> Stream.concat(
                                Parted.of(seen, pair.other(), "gradient", pair.gradient()),
                                Parted.of(seen, pair.other(), "parameters", pair.parameters()))))
                .toList();
        return new Columns<>("gradients", rows)
                .whole("step", row -> row.seen.step())
                .whole("epoch", row -> row.seen.epoch())
                .text("against", Parted::other)
                .text("quantity", Parted::quantity)
                .text("parameter", row -> row.difference.block().symbol())
                .figure("max_absolute", row -> row.difference.maxAbsolute())
                .figure("max_relative", row -> row.difference.maxRelative())
                .figure("max_ulps", row -> row.difference.maxUlps())
                .figure("cosine", row -> row.difference.cosine())
                .text("worst", row -> row.difference.worst().address().toString())
                .figure(
                        "worst_" + training.first().engine(),
                        row -> row.difference.worst().left())
                .figure("worst_other", row -> row.difference.worst().right())
                .table();
    }

    private record Answered(String engine, int truth, int answer) {}

    /** How often each class was answered for each true class at the end. Pairs that never occur have no row. */
    public static Table confusion(Run run) {
        List<Integer> truth = run.truth().classes();
        List<Answered> rows = run.training().results().stream()
                .flatMap(result -> IntStream.range(0, truth.size())
                        .mapToObj(i -> new Answered(
                                result.engine(),
                                truth.get(i),
                                result.answers().classes().get(i))))
                .toList();
        Table counted = new Columns<>("confusion", rows)
                .text("engine", Answered::engine)
                .whole("class", Answered::truth)
                .whole("answer", Answered::answer)
                .table()
                .countBy("engine", "class", "answer");
        counted.column("Count").setName("count");
        return counted.sortAscendingOn("engine", "class", "answer");
    }

    /** One row a run of a study. */
    public static Table variants(Study study) {
        var table = new Columns<>("variants", study.runs())
                .text("run", run -> run.topic().variant().orElseThrow())
                .text("ended", run -> run.training().outcome().ending().id())
                .text("verdict", run -> run.verdict().id())
                .text("learning", run -> run.learning().id())
                .whole("steps", run -> run.training().steps())
                .figure("loss_at_start", Run::lossAtStart)
                .figure("loss_at_end", run -> run.shown().loss())
                .figure("train_score", run -> run.shown().trainScore());
        if (study.runs().get(0).training().first().testScore().isPresent()) {
            table.figure("test_score", run -> run.shown().testScore().orElse(Double.NaN));
        }
        return table.figure("parameter_difference", run -> run.training().maxParameterDifference())
                .table();
    }

    /** The table as CSV text, with every digit. */
    public static String csv(Table table) {
        var text = new StringWriter();
        table.write()
                .csv(CsvWriteOptions.builder(text)
                        .usePrintFormatters(true)
                        .lineEnd("\n")
                        .build());
        return text.toString();
    }
}
