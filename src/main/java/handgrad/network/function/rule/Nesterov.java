package handgrad.network.function.rule;

import com.google.auto.service.AutoService;
import handgrad.network.function.Rule;
import handgrad.network.number.Row;
import java.util.List;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.learning.config.Nesterovs;

/**
 * Nesterov's accelerated gradient: {@code v <- mu v + eta g; s = mu v + eta g} with {@code mu = 0.9}. Y. Nesterov, 1983, in the
 * form of I. Sutskever, J. Martens, G. Dahl and G. Hinton, On the importance of initialization and momentum in deep
 * learning, 2013, with their look-ahead point {@code theta - mu v} kept as {@code theta}: the gradient is taken where
 * the parameters are. DL4J's {@code NesterovsUpdater} is the same with v of the other sign.
 */
@AutoService(Rule.class)
public record Nesterov() implements Rule {
    @Override
    public int memories() {
        return 1;
    }

    @Override
    public Update step(Row g, List<Row> memory, Row eta, Row t) {
        Row push = eta.times(g);
        Row v = memory.get(0).times(Momentum.MU).plus(push);
        return Update.of(v.times(Momentum.MU).plus(push), v);
    }

    @Override
    public void step(double[] theta, double[] g, int n, double[][] memory, int from, double eta, int t) {
        double[] velocity = memory[0];
        for (int i = 0; i < n; i++) {
            double push = eta * g[i];
            double v = Momentum.MU * velocity[from + i] + push;
            velocity[from + i] = v;
            theta[i] -= Momentum.MU * v + push;
        }
    }

    @Override
    public IUpdater counterpart(double eta) {
        return new Nesterovs(eta, Momentum.MU);
    }
}
