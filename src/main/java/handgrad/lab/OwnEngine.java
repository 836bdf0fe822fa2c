package handgrad.lab;

import handgrad.engine.Batch;
import handgrad.engine.Engine;
import handgrad.engine.LossGradient;
import handgrad.engine.Parameters;
import handgrad.engine.hand.HandEngine;
import handgrad.input.userclass.HandGradient;
import handgrad.lab.result.Participant;
import handgrad.lab.result.Run;
import handgrad.network.Network;
import handgrad.network.function.Loss;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Plain gradient descent along a gradient that somebody has written; loss and outputs are the hand engine's. */
final class OwnEngine implements Engine {
    private final HandGradient own;
    private final HandEngine forward;
    private final double learningRate;
    private double stepLoss;

    OwnEngine(HandGradient own, Parameters start, double learningRate) {
        this.own = own;
        this.forward = new HandEngine(start, learningRate);
        this.learningRate = learningRate;
    }

    static Participant participant(Loss loss) {
        return new Participant(Run.OWN, "a gradient of its own, outputs of hand", loss.computed());
    }

    @Override
    public String name() {
        return Run.OWN;
    }

    @Override
    public Network network() {
        return forward.network();
    }

    @Override
    public Parameters parameters() {
        return forward.parameters();
    }

    @Override
    public INDArray output(INDArray x) {
        return forward.output(x);
    }

    @Override
    public List<INDArray> activations(INDArray x) {
        return forward.activations(x);
    }

    @Override
    public double loss(Batch batch) {
        return forward.loss(batch);
    }

    @Override
    public LossGradient gradient(Batch batch) {
        return new LossGradient(
                loss(batch), own.gradient(network(), parameters().copy(), batch));
    }

    @Override
    public void step(Batch batch) {
        LossGradient found = gradient(batch);
        parameters().vector().subi(found.gradient().vector().mul(learningRate));
        stepLoss = found.loss();
    }

    @Override
    public double stepLoss() {
        return stepLoss;
    }
}
