package handgrad.show.record;

import handgrad.network.compare.Difference;
import handgrad.train.Observation;
import handgrad.train.TrainingRecord;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** One row a scheduled step, engine but the first, quantity (gradient or parameters), and weight matrix or bias: {@code gradients.csv}. */
public final class DifferenceTable {
    private final LongColumn step = LongColumn.create("step");
    private final LongColumn epoch = LongColumn.create("epoch");
    private final StringColumn against = StringColumn.create("against");
    private final StringColumn quantity = StringColumn.create("quantity");
    private final StringColumn parameter = StringColumn.create("parameter");
    private final DoubleColumn absolute = Tables.figures("max_absolute");
    private final DoubleColumn relative = Tables.figures("max_relative");
    private final DoubleColumn ulps = Tables.figures("max_ulps");
    private final DoubleColumn cosine = Tables.figures("cosine");
    private final StringColumn worst = StringColumn.create("worst");
    private final DoubleColumn left = Tables.figures("left");
    private final DoubleColumn right = Tables.figures("worst_other");

    private DifferenceTable() {}

    public static Table of(TrainingRecord training) {
        var rows = new DifferenceTable();
        for (Observation seen : training.observations()) {
            for (Observation.Pair pair : seen.pairs()) {
                pair.gradient().blocks().forEach(block -> rows.append(seen, pair.other(), "gradient", block));
                pair.parameters().blocks().forEach(block -> rows.append(seen, pair.other(), "parameters", block));
            }
        }
        return rows.table(training.first().engine());
    }

    private void append(Observation seen, String other, String what, Difference difference) {
        step.append(seen.step());
        epoch.append(seen.epoch());
        against.append(other);
        quantity.append(what);
        parameter.append(difference.block().name());
        absolute.append(difference.maxAbsolute());
        relative.append(difference.maxRelative());
        ulps.append(difference.maxUlps());
        cosine.append(difference.cosine());
        worst.append(difference.worst().address().toString());
        left.append(difference.worst().left());
        right.append(difference.worst().right());
    }

    private Table table(String first) {
        left.setName("worst_" + first);
        return Table.create(
                "gradients",
                step,
                epoch,
                against,
                quantity,
                parameter,
                absolute,
                relative,
                ulps,
                cosine,
                worst,
                left,
                right);
    }
}
