package handgrad.show.record;

import handgrad.lab.result.Run;
import handgrad.lab.result.Study;
import handgrad.train.TrainingRecord;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** One row a run of a study: {@code variants.csv}. */
public final class VariantTable {
    private VariantTable() {}

    public static Table of(Study study) {
        var name = StringColumn.create("run");
        var ended = StringColumn.create("ended");
        var verdict = StringColumn.create("verdict");
        var steps = LongColumn.create("steps");
        DoubleColumn start = Tables.figures("loss_at_start");
        DoubleColumn end = Tables.figures("loss_at_end");
        DoubleColumn train = Tables.figures("train_score");
        DoubleColumn test = Tables.figures("test_score");
        DoubleColumn apart = Tables.figures("parameter_difference");
        for (Run run : study.runs()) {
            TrainingRecord training = run.training();
            var shown = training.results().get(run.subject());
            name.append(run.topic().variant().orElseThrow());
            ended.append(training.outcome().ending().id());
            verdict.append(run.verdict().id());
            steps.append(training.steps());
            start.append(
                    training.observations().get(0).engines().get(run.subject()).loss());
            end.append(shown.loss());
            train.append(shown.trainScore());
            test.append(shown.testScore().orElse(Double.NaN));
            apart.append(training.maxParameterDifference());
        }
        Table table = Table.create("variants", name, ended, verdict, steps, start, end, train);
        if (study.runs().get(0).training().first().testScore().isPresent()) {
            table.addColumns(test);
        }
        return table.addColumns(apart);
    }
}
