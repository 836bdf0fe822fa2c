package handgrad.network.function.rule;

import com.google.auto.service.AutoService;
import handgrad.network.function.Rule;
import handgrad.network.number.Row;
import java.util.List;
import org.nd4j.linalg.learning.config.IUpdater;

/**
 * Plain gradient descent: {@code s = eta g}.
 */
@AutoService(Rule.class)
public record Sgd() implements Rule {
    @Override
    public int memories() {
        return 0;
    }

    @Override
    public Update step(Row g, List<Row> memory, Row eta, Row t) {
        return Update.of(eta.times(g));
    }

    @Override
    public void step(double[] theta, double[] g, int n, double[][] memory, int from, double eta, int t) {
        for (int i = 0; i < n; i++) {
            theta[i] -= eta * g[i];
        }
    }

    @Override
    public boolean isPlain() {
        return true;
    }

    @Override
    public IUpdater counterpart(double eta) {
        return new org.nd4j.linalg.learning.config.Sgd(eta);
    }
}
