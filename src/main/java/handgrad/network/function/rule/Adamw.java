package handgrad.network.function.rule;

import com.google.auto.service.AutoService;
import handgrad.network.function.Rule;
import handgrad.network.number.Row;
import java.util.List;
import org.nd4j.linalg.learning.config.IUpdater;

/**
 * Adam with decoupled decay: {@code s = s_Adam + eta decay W} for weights, Adam's own for biases; the decay does not pass through
 * Adam's means, as L2 would. I. Loshchilov and F. Hutter, Decoupled weight decay regularization, 2019.
 *
 * @param decay at least 0; 0.01 where nothing else is said, PyTorch's default
 */
@AutoService(Rule.class)
public record Adamw(double decay) implements Rule {
    private static final Adam ADAM = new Adam();

    /** @throws IllegalArgumentException if the decay is no finite number of at least 0 */
    public Adamw {
        if (!(decay >= 0 && Double.isFinite(decay))) {
            throw new IllegalArgumentException("expected a decay of at least 0, as in adamw(0.01)");
        }
    }

    public Adamw() {
        this(0.01);
    }

    @Override
    public int memories() {
        return ADAM.memories();
    }

    @Override
    public Update step(Row g, List<Row> memory, Row eta, Row t) {
        return ADAM.step(g, memory, eta, t);
    }

    @Override
    public void step(double[] theta, double[] g, int n, double[][] memory, int from, double eta, int t) {
        ADAM.step(theta, g, n, memory, from, eta, t);
    }

    @Override
    public IUpdater counterpart(double eta) {
        return ADAM.counterpart(eta);
    }
}
