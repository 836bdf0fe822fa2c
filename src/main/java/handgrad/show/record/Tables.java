package handgrad.show.record;

import handgrad.input.data.Answers;
import handgrad.input.data.Split;
import handgrad.input.data.Task;
import handgrad.train.Observation;
import handgrad.train.TrainingRecord;
import java.io.StringWriter;
import java.util.List;
import java.util.function.ToDoubleFunction;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.numbers.NumberColumnFormatter;
import tech.tablesaw.io.csv.CsvWriteOptions;

/** The tables of a run. Tablesaw keeps NaN as a missing value: here it is written {@code NaN}, never as an empty cell. */
public final class Tables {
    private Tables() {}

    /**
     * One row a scheduled step: {@code step, epoch, loss_<engine>...}, for cross-entropies what the textbooks' form gives, and for each engine but the first the difference of
     * the losses and the largest relative differences of gradients and parameters.
     */
    public static Table curves(TrainingRecord training) {
        Table table = steps("curves", training);
        for (int i = 0; i < training.results().size(); i++) {
            int engine = i;
            String name = training.results().get(i).engine();
            table.addColumns(column(
                    "loss_" + name, training, seen -> seen.engines().get(engine).loss()));
        }
        for (int i = 0; i < training.partings().size(); i++) {
            int pair = i;
            String suffix = suffix(training, i);
            table.addColumns(
                    column("loss_difference" + suffix, training, seen -> seen.pairs()
                            .get(pair)
                            .lossDifference()),
                    column(
                            "gradient_difference" + suffix,
                            training,
                            seen -> seen.pairs().get(pair).gradient().maxRelative()),
                    column(
                            "parameter_difference" + suffix,
                            training,
                            seen -> seen.pairs().get(pair).parameters().maxRelative()));
        }
        if (training.first().state().textbookLoss().isPresent()) {
            table.addColumns(column(
                    "textbook_loss",
                    training,
                    seen -> seen.engines().get(0).textbookLoss().orElseThrow()));
        }
        return table;
    }

    /** With two engines there is one difference, which needs no name. */
    private static String suffix(TrainingRecord training, int pair) {
        return training.partings().size() == 1
                ? ""
                : "_" + training.partings().get(pair).other();
    }

    private static Table steps(String name, TrainingRecord training) {
        var step = LongColumn.create("step");
        var epoch = LongColumn.create("epoch");
        for (Observation observation : training.observations()) {
            step.append(observation.step());
            epoch.append(observation.epoch());
        }
        return Table.create(name, step, epoch);
    }

    private static DoubleColumn column(String name, TrainingRecord training, ToDoubleFunction<Observation> figure) {
        double[] values = training.observations().stream().mapToDouble(figure).toArray();
        return figures(name, values);
    }

    static DoubleColumn figures(String name, double... values) {
        DoubleColumn column = DoubleColumn.create(name, values);
        column.setPrintFormatter(new NumberColumnFormatter((java.text.NumberFormat) null, "NaN"));
        return column;
    }

    /** One row a scheduled step: the scores of each engine, and, for classes, the test samples on which two answer differently. */
    public static Table accuracy(TrainingRecord training) {
        Table table = steps("accuracy", training);
        String score = "_" + training.task().kind().score() + "_";
        boolean tested = training.first().testScore().isPresent();
        for (int i = 0; i < training.results().size(); i++) {
            int engine = i;
            String name = training.results().get(i).engine();
            table.addColumns(column("train" + score + name, training, seen -> seen.engines()
                    .get(engine)
                    .trainScore()));
            if (tested) {
                table.addColumns(column(
                        "test" + score + name,
                        training,
                        seen -> seen.engines().get(engine).testScore().orElseThrow()));
            }
        }
        boolean classes = training.task().kind() == Task.Kind.CLASSIFICATION;
        for (int i = 0; tested && classes && i < training.partings().size(); i++) {
            var differing = IntColumn.create("differing_answers" + suffix(training, i));
            for (Observation seen : training.observations()) {
                differing.append(seen.pairs().get(i).differingAnswers().orElseThrow());
            }
            table.addColumns(differing);
        }
        return table;
    }

    /**
     * How often each class was answered for each true class at the end: on the test set, or on the training set where
     * there is no other. Pairs that never occur have no row.
     */
    public static Table confusion(TrainingRecord training, Split split) {
        var engine = StringColumn.create("engine");
        var truth = IntColumn.create("class");
        var answer = IntColumn.create("answer");
        for (TrainingRecord.Result result : training.results()) {
            List<Integer> classes =
                    Answers.of(split.test().orElse(split.train()).y()).classes();
            List<Integer> answers =
                    result.testAnswers().or(result::trainAnswers).orElseThrow().classes();
            for (int i = 0; i < classes.size(); i++) {
                engine.append(result.engine());
                truth.append(classes.get(i));
                answer.append(answers.get(i));
            }
        }
        Table samples = Table.create("confusion", engine, truth, answer);
        Table counted = samples.countBy("engine", "class", "answer");
        counted.column("Count").setName("count");
        return counted.sortAscendingOn("engine", "class", "answer");
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
