package handgrad.judge.oracle;

import handgrad.network.ChainRule;
import handgrad.network.Point;
import handgrad.network.Samples;
import handgrad.network.number.Plain;
import handgrad.network.number.Row;
import java.util.Arrays;
import java.util.List;

/** The definition of a network and its loss in plain double arithmetic: no array library, no derivative. */
public final class PlainLoss {
    private PlainLoss() {}

    /** The reduced loss. */
    public static double of(Point theta, Samples samples) {
        var chain = new ChainRule(theta.network(), theta.rows(Plain::of));
        double sum = 0;
        for (Samples part : samples.parts(theta.network())) {
            sum += sum(chain, chain.forward(rows(part.x())), rows(part.y()));
        }
        return theta.network().reduction().factor(samples.n()) * sum;
    }

    /** The sum of the samples' losses. */
    static double sum(ChainRule chain, ChainRule.Forward forward, List<Row> t) {
        double sum = 0;
        for (Row terms : chain.loss(forward, t)) {
            sum += ((Plain) terms).sum().value(0);
        }
        return sum;
    }

    static List<Row> rows(double[][] rows) {
        return Arrays.stream(rows).<Row>map(Plain::of).toList();
    }
}
