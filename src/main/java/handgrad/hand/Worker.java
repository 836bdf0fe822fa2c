package handgrad.hand;

import handgrad.engine.Descent;
import handgrad.network.Batch;
import handgrad.network.Parameters;
import handgrad.network.Trained;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.nd4j.linalg.api.ndarray.INDArray;

/** The passes through one network in one form of the arithmetic, for batches of any size. */
final class Worker<M> {
    private final Arithmetic<M> arithmetic;
    private final Parameters theta;
    private final Layered<M> thetaView;
    private final Layered<M> gradientView;
    private final Arithmetic.StepRule rule;
    private final Map<Integer, Backpropagation<M>> byBatchSize = new HashMap<>();

    /** What was seen last, so that a batch that comes again and again costs nothing. */
    private Seen<M> seen;

    private record Seen<M>(INDArray x, INDArray y, M input, M target, Backpropagation<M> pass) {}

    Worker(Arithmetic<M> arithmetic, Parameters theta, Parameters gradient, Descent descent, Trained trained) {
        this.arithmetic = arithmetic;
        this.theta = theta;
        this.thetaView = Layered.of(theta, arithmetic);
        this.gradientView = Layered.of(gradient, arithmetic);
        this.rule = arithmetic.stepRule(descent, trained, theta, gradient);
    }

    List<INDArray> forward(INDArray x) {
        Backpropagation<M> pass = pass(x.rows());
        pass.forward(thetaView, arithmetic.view(x));
        return pass.activations();
    }

    double loss(Batch batch) {
        Seen<M> now = see(batch);
        now.pass().forward(thetaView, now.input());
        return now.pass().loss(now.target());
    }

    /** Leaves {@code dL/dtheta} in the gradient. */
    double differentiate(Batch batch) {
        Seen<M> now = see(batch);
        now.pass().forward(thetaView, now.input());
        now.pass().backward(thetaView, now.input(), now.target(), gradientView);
        return now.pass().loss(now.target());
    }

    void descend() {
        rule.descend();
    }

    private Seen<M> see(Batch batch) {
        if (seen == null || seen.x() != batch.x() || seen.y() != batch.y()) {
            seen = new Seen<>(
                    batch.x(), batch.y(), arithmetic.view(batch.x()), arithmetic.view(batch.y()), pass(batch.n()));
        }
        return seen;
    }

    private Backpropagation<M> pass(int n) {
        return byBatchSize.computeIfAbsent(
                n, size -> new Backpropagation<>(theta.network(), arithmetic, size, theta.dataType()));
    }
}
