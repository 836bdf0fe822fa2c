package handgrad.engine.hand;

import handgrad.engine.Batch;
import handgrad.engine.Descent;
import handgrad.engine.Engine;
import handgrad.engine.LossGradient;
import handgrad.engine.Parameters;
import handgrad.network.Network;
import handgrad.network.Trained;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;

/** The network written by hand: backpropagation on ND4J's memory, and the rules of descent. */
public final class HandEngine implements Engine {
    private final Parameters theta;
    private final Parameters gradient;
    private final Passes passes;
    private final Steps steps;
    private final boolean plain;

    /** Trains weights and biases by plain descent. */
    public HandEngine(Parameters start, double learningRate) {
        this(start, Descent.sgd(learningRate), Trained.ALL);
    }

    /** On one thread. */
    public HandEngine(Parameters start, Descent descent, Trained trained) {
        this(start, descent, trained, 1);
    }

    /** @param threads that may share a large batch, at least 1: how many changes no bit of what is computed */
    public HandEngine(Parameters start, Descent descent, Trained trained, int threads) {
        this.theta = start.copy();
        this.gradient = Parameters.zeros(start.network(), start.dataType());
        this.passes = new Passes(theta, gradient, descent.learningRate(), threads);
        this.steps = new Steps(descent, trained, theta, gradient);
        this.plain = descent.isPlain() && trained == Trained.ALL;
    }

    @Override
    public String name() {
        return "hand";
    }

    @Override
    public Network network() {
        return theta.network();
    }

    @Override
    public Parameters parameters() {
        return theta;
    }

    @Override
    public INDArray output(INDArray x) {
        List<INDArray> all = activations(x);
        return all.get(all.size() - 1);
    }

    @Override
    public List<INDArray> activations(INDArray x) {
        return passes.activations(x);
    }

    @Override
    public double loss(Batch batch) {
        return passes.loss(batch);
    }

    @Override
    public LossGradient gradient(Batch batch) {
        passes.differentiate(batch);
        return new LossGradient(passes.lastLoss(), gradient.copy());
    }

    @Override
    public void step(Batch batch) {
        if (!(plain && passes.descend(batch))) {
            passes.differentiate(batch);
            steps.descend();
        }
    }

    /** One step by the same rule along a gradient of somebody else's. */
    public void follow(Parameters other) {
        gradient.assign(other);
        steps.descend();
    }

    @Override
    public double stepLoss() {
        return passes.lastLoss();
    }
}
