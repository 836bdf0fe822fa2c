package handgrad.engine.hand;

import handgrad.engine.Descent;
import handgrad.engine.Rule;
import handgrad.network.Batch;
import handgrad.network.Parameters;
import handgrad.network.Trained;
import java.util.ArrayList;
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

    /** The loss of what was seen last, where it had to be added up on the way. */
    private double sum;

    private record Seen<M>(Batch batch, double factor, List<Part<M>> parts) {}

    /** Some samples of a batch, from row {@code from} on. */
    private record Part<M>(int from, M input, M target, Backpropagation<M> pass) {}

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
        see(batch);
        sum = 0;
        for (Part<M> part : seen.parts()) {
            part.pass().forward(thetaView, part.input());
            sum += part.pass().loss(part.target());
        }
        return seen.factor() * sum;
    }

    /** Leaves {@code dL/dtheta} in the gradient: what the parts of the batch have of it adds up. */
    void differentiate(Batch batch) {
        see(batch);
        sum = 0;
        for (int i = 0; i < seen.parts().size(); i++) {
            Part<M> part = seen.parts().get(i);
            pass(part, gradientView, seen.factor(), i == 0 ? 0 : 1);
            if (seen.parts().size() > 1) {
                sum += part.pass().loss(part.target());
            }
        }
    }

    /** A step downhill. */
    void step(Batch batch) {
        see(batch);
        if (plain && seen.parts().size() == 1) {
            pass(seen.parts().get(0), thetaView, -learningRate * seen.factor(), 1);
        } else {
            differentiate(batch);
            rule.descend();
        }
    }

    private void pass(Part<M> part, Layered<M> into, double scale, double keep) {
        part.pass().forward(thetaView, part.input());
        part.pass().backward(thetaView, part.input(), part.target(), into, scale, keep);
    }

    /** The reduced loss of the batch seen last, where theta was in its forward pass. */
    double lastLoss() {
        Part<M> first = seen.parts().get(0);
        return seen.factor() * (seen.parts().size() > 1 ? sum : first.pass().loss(first.target()));
    }

    @SuppressWarnings("ReferenceEquality") // Comparing the numbers would cost more than seeing them anew.
    private void see(Batch batch) {
        if (seen == null || seen.batch() != batch) {
            boolean sameArrays = seen != null
                    && seen.batch().x() == batch.x()
                    && seen.batch().y() == batch.y();
            seen = sameArrays ? renewed(batch) : taken(batch);
        }
    }

    private Seen<M> taken(Batch batch) {
        int most = arithmetic.samplesAtATime(theta.network());
        var parts = new ArrayList<Part<M>>();
        for (int from = 0; from < batch.n(); from += most) {
            int count = Math.min(most, batch.n() - from);
            M input = arithmetic.rows(batch.x(), from, count);
            parts.add(new Part<>(from, input, arithmetic.rows(batch.y(), from, count), pass(count)));
            if (count == batch.n()) {
                break;
            }
        }
        return new Seen<>(batch, theta.network().reduction().factor(batch.n()), parts);
    }

    /** The same arrays with other numbers. */
    private Seen<M> renewed(Batch batch) {
        for (Part<M> part : seen.parts()) {
            arithmetic.renew(part.input(), batch.x(), part.from());
            arithmetic.renew(part.target(), batch.y(), part.from());
        }
        return new Seen<>(batch, seen.factor(), seen.parts());
    }

    private Backpropagation<M> pass(int n) {
        return byBatchSize.computeIfAbsent(
                n, size -> new Backpropagation<>(theta.network(), arithmetic, size, theta.dataType()));
    }
}
