package handgrad.network.function.rule;

import com.google.auto.service.AutoService;
import handgrad.network.function.Rule;
import handgrad.network.number.Row;
import java.util.List;
import org.nd4j.linalg.learning.config.IUpdater;

/**
 * Adam: {@code m <- b1 m + (1 - b1) g; v <- b2 v + (1 - b2) g^2}, and in step {@code t = 1, 2, ...}
 * {@code s = eta sqrt(1 - b2^t) / (1 - b1^t) m / (sqrt(v) + epsilon)}, with {@code b1 = 0.9}, {@code b2 = 0.999} and
 * {@code epsilon = 1e-8}. D. P. Kingma and J. Ba, Adam: a method for stochastic optimization, 2015, in the order of computation at
 * the end of their section 2, which DL4J has too: epsilon meets v before its bias is corrected. In their Algorithm 1, and in
 * PyTorch, it meets it after.
 */
@AutoService(Rule.class)
public record Adam() implements Rule {
    /** What is left of the mean of gradients after a step: the paper's value, and DL4J's default, as are the next two. */
    static final double B1 = 0.9;

    /** What is left of the mean of squared gradients. */
    static final double B2 = 0.999;

    /** Keeps the quotient finite. */
    static final double EPSILON = 1e-8;

    @Override
    public int memories() {
        return 2;
    }

    @Override
    public Update step(Row g, List<Row> memory, Row eta, Row t) {
        Row m = memory.get(0).times(B1).plus(g.times(1 - B1));
        Row v = memory.get(1).times(B2).plus(g.square().times(1 - B2));
        Row rate = eta.times(t.powerOf(B2).from(1).sqrt().over(t.powerOf(B1).from(1)));
        return Update.of(rate.times(m).over(v.sqrt().plus(EPSILON)), m, v);
    }

    @Override
    public void step(double[] theta, double[] g, int n, double[][] memory, int from, double eta, int t) {
        double[] mean = memory[0];
        double[] meanSquare = memory[1];
        double rate = eta * (Math.sqrt(1 - Math.pow(B2, t)) / (1 - Math.pow(B1, t)));
        for (int i = 0; i < n; i++) {
            double m = B1 * mean[from + i] + (1 - B1) * g[i];
            double v = B2 * meanSquare[from + i] + (1 - B2) * g[i] * g[i];
            mean[from + i] = m;
            meanSquare[from + i] = v;
            theta[i] -= rate * m / (Math.sqrt(v) + EPSILON);
        }
    }

    @Override
    public IUpdater counterpart(double eta) {
        return new org.nd4j.linalg.learning.config.Adam(eta, B1, B2, EPSILON);
    }
}
