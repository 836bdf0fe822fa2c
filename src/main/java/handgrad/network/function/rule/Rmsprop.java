package handgrad.network.function.rule;

import com.google.auto.service.AutoService;
import handgrad.network.function.Rule;
import handgrad.network.number.Row;
import java.util.List;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.learning.config.RmsProp;

/**
 * RMSProp: {@code v <- rho v + (1 - rho) g^2; s = eta g / (sqrt(v) + epsilon)} with {@code rho = 0.95} and {@code epsilon = 1e-8},
 * ND4J's defaults. T. Tieleman and G. Hinton, Lecture 6.5, 2012, whose rho is 0.9.
 */
@AutoService(Rule.class)
public record Rmsprop() implements Rule {
    private static final double RHO = 0.95;
    private static final double EPSILON = 1e-8;

    @Override
    public int memories() {
        return 1;
    }

    @Override
    public Update step(Row g, List<Row> memory, Row eta, Row t) {
        Row v = memory.get(0).times(RHO).plus(g.square().times(1 - RHO));
        return Update.of(eta.times(g).over(v.sqrt().plus(EPSILON)), v);
    }

    @Override
    public void step(double[] theta, double[] g, int n, double[][] memory, int from, double eta, int t) {
        double[] squares = memory[0];
        for (int i = 0; i < n; i++) {
            double v = RHO * squares[from + i] + (1 - RHO) * g[i] * g[i];
            squares[from + i] = v;
            theta[i] -= eta * g[i] / (Math.sqrt(v) + EPSILON);
        }
    }

    /** ND4J's begins at epsilon; here both begin at 0. */
    @Override
    public IUpdater counterpart(double eta) {
        return new ZeroStart(new RmsProp(eta, RHO, EPSILON));
    }
}
