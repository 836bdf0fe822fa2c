package handgrad.hand;

import handgrad.engine.Descent;
import handgrad.engine.Engine;
import handgrad.engine.LossGradient;
import handgrad.network.Batch;
import handgrad.network.Network;
import handgrad.network.Parameters;
import handgrad.network.Trained;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.nd4j.linalg.api.ndarray.INDArray;

/** The network written by hand: backpropagation on ND4J arrays, and the rules of descent. */
public final class HandEngine implements Engine {
    private final Network network;
    private final Parameters theta;
    private final Parameters gradient;
    private final StepRule rule;
    private final Trained trained;
    private final Map<Integer, Backpropagation> byBatchSize = new HashMap<>();

    /** Trains weights and biases. */
    public HandEngine(Parameters start, double learningRate) {
        this(start, Descent.sgd(learningRate), Trained.ALL);
    }

    public HandEngine(Parameters start, Descent descent, Trained trained) {
        this.network = start.network();
        this.theta = start.copy();
        this.gradient = Parameters.zeros(network, start.dataType());
        this.rule = new StepRule(descent, network, start.dataType());
        this.trained = trained;
    }

    @Override
    public String name() {
        return "hand";
    }

    @Override
    public Network network() {
        return network;
    }

    @Override
    public Parameters parameters() {
        return theta;
    }

    @Override
    public INDArray output(INDArray x) {
        return backpropagation(x.rows()).forward(theta, x);
    }

    @Override
    public List<INDArray> activations(INDArray x) {
        Backpropagation pass = backpropagation(x.rows());
        pass.forward(theta, x);
        return pass.activations();
    }

    @Override
    public double loss(Batch batch) {
        Backpropagation pass = backpropagation(batch.n());
        pass.forward(theta, batch.x());
        return pass.loss(batch.y());
    }

    @Override
    public LossGradient gradient(Batch batch) {
        double loss = differentiate(batch);
        return new LossGradient(loss, gradient.copy());
    }

    @Override
    public double step(Batch batch) {
        double loss = differentiate(batch);
        descend();
        return loss;
    }

    /** {@code theta <- theta - s}. */
    private void descend() {
        rule.turnIntoStep(gradient, theta);
        switch (trained) {
            case ALL -> theta.vector().subi(gradient.vector());
            case WEIGHTS -> {
                for (int l = 0; l < network.depth(); l++) {
                    theta.weights(l).subi(gradient.weights(l));
                }
            }
        }
    }

    private double differentiate(Batch batch) {
        Backpropagation pass = backpropagation(batch.n());
        pass.forward(theta, batch.x());
        pass.backward(theta, batch, gradient);
        return pass.loss(batch.y());
    }

    private Backpropagation backpropagation(int n) {
        return byBatchSize.computeIfAbsent(n, size -> new Backpropagation(network, size, theta.dataType()));
    }
}
