package handgrad.judge.rounding;

import handgrad.network.ChainRule;
import handgrad.network.Point;
import handgrad.network.Precision;
import handgrad.network.Samples;
import handgrad.network.number.Row;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What each layer answers, and how far a right program may be off by rounding. */
public final class ForwardBound {
    private static final double SAFETY = 8;

    /** A row for each sample. @param errors as many as values */
    public record Answer(double[][] values, double[][] errors) {}

    private ForwardBound() {}

    /** The activations of each layer. */
    public static List<Answer> of(Point theta, Samples samples, Precision precision) {
        var rounding = new Rounding(precision);
        var chain = new ChainRule(theta.network(), theta.rows(rounding::exact));
        List<Row> x = Arrays.stream(samples.x()).<Row>map(rounding::rounded).toList();
        var answers = new ArrayList<Answer>();
        for (List<Row> rows : chain.forward(x).a()) {
            double[][] values = new double[rows.size()][];
            double[][] errors = new double[rows.size()][];
            for (int s = 0; s < rows.size(); s++) {
                var row = (Erring) rows.get(s);
                values[s] = row.value().values();
                errors[s] = row.errors().clone();
                for (int k = 0; k < errors[s].length; k++) {
                    double own = precision.epsilon() * Math.max(1, Math.abs(values[s][k]));
                    errors[s][k] = SAFETY * (errors[s][k] + own);
                }
            }
            answers.add(new Answer(values, errors));
        }
        return answers;
    }
}
