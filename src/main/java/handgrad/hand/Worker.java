package handgrad.hand;

import handgrad.engine.Descent;
import handgrad.engine.Rule;
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

    private final boolean plain;
    private final double learningRate;

    /** What was seen last, so that a batch that comes again and again costs nothing. */
    private Seen<M> seen;

    private record Seen<M>(Batch batch, M input, M target, Backpropagation<M> pass) {}

    Worker(Arithmetic<M> arithmetic, Parameters theta, Parameters gradient, Descent descent, Trained trained) {
        this.arithmetic = arithmetic;
        this.theta = theta;
        this.thetaView = Layered.of(theta, arithmetic);
        this.gradientView = Layered.of(gradient, arithmetic);
        this.plain = descent.rule() == Rule.SGD && descent.l2() == 0 && trained == Trained.ALL;
        this.learningRate = descent.learningRate();
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
        return lastLoss();
    }

    /** Leaves {@code dL/dtheta} in the gradient. */
    void differentiate(Batch batch) {
        pass(batch, gradientView, 1, 0);
    }

    /** A step downhill. */
    void step(Batch batch) {
        if (plain) {
            pass(batch, thetaView, -learningRate, 1);
        } else {
            differentiate(batch);
            rule.descend();
        }
    }

    private void pass(Batch batch, Layered<M> into, double scale, double keep) {
        Seen<M> now = see(batch);
        now.pass().forward(thetaView, now.input());
        now.pass().backward(thetaView, now.input(), now.target(), into, scale, keep);
    }

    /** The reduced loss of the batch seen last, where theta was in its forward pass. */
    double lastLoss() {
        return seen.pass().loss(seen.target());
    }

    @SuppressWarnings("ReferenceEquality") // Comparing the numbers would cost more than seeing them anew.
    private Seen<M> see(Batch batch) {
        if (seen == null || seen.batch() != batch) {
            seen = seen != null && seen.batch().x() == batch.x() && seen.batch().y() == batch.y()
                    ? renewed(batch)
                    : new Seen<>(batch, arithmetic.inputs(batch.x()), arithmetic.view(batch.y()), pass(batch.n()));
        }
        return seen;
    }

    /** The same arrays with other numbers. */
    private Seen<M> renewed(Batch batch) {
        arithmetic.renew(seen.input());
        return new Seen<>(batch, seen.input(), seen.target(), seen.pass());
    }

    private Backpropagation<M> pass(int n) {
        return byBatchSize.computeIfAbsent(
                n, size -> new Backpropagation<>(theta.network(), arithmetic, size, theta.dataType()));
    }
}
