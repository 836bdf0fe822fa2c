package handgrad.network.function.rule;

import com.google.auto.service.AutoService;
import handgrad.network.function.Rule;
import handgrad.network.number.Row;
import java.util.List;
import org.nd4j.linalg.learning.config.AdaGrad;
import org.nd4j.linalg.learning.config.IUpdater;

/**
 * AdaGrad: {@code v <- v + g^2; s = eta g / (sqrt(v) + epsilon)} with {@code epsilon = 1e-6}, ND4J's default. J. Duchi, E. Hazan and
 * Y. Singer, Adaptive subgradient methods for online learning and stochastic optimization, 2011.
 */
@AutoService(Rule.class)
public record Adagrad() implements Rule {
    private static final double EPSILON = 1e-6;

    @Override
    public int memories() {
        return 1;
    }

    @Override
    public Update step(Row g, List<Row> memory, Row eta, Row t) {
        Row v = memory.get(0).plus(g.square());
        return Update.of(eta.times(g).over(v.sqrt().plus(EPSILON)), v);
    }

    @Override
    public void step(double[] theta, double[] g, int n, double[][] memory, int from, double eta, int t) {
        double[] squares = memory[0];
        for (int i = 0; i < n; i++) {
            double v = squares[from + i] + g[i] * g[i];
            squares[from + i] = v;
            theta[i] -= eta * g[i] / (Math.sqrt(v) + EPSILON);
        }
    }

    /** ND4J's begins at 1e-6; here both begin at 0. */
    @Override
    public IUpdater counterpart(double eta) {
        return new ZeroStart(new AdaGrad(eta, EPSILON));
    }
}
