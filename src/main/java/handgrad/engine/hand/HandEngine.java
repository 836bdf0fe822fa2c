package handgrad.engine.hand;

import handgrad.engine.Descent;
import handgrad.engine.Engine;
import handgrad.engine.LossGradient;
import handgrad.engine.hand.fast.FastArithmetic;
import handgrad.engine.hand.readable.ReadableArithmetic;
import handgrad.network.Batch;
import handgrad.network.Network;
import handgrad.network.Parameters;
import handgrad.network.Trained;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;

/** The network written by hand: backpropagation on ND4J arrays, and the rules of descent. */
public final class HandEngine implements Engine {
    private final String name;
    private final Parameters theta;
    private final Parameters gradient;
    private final Worker<?> worker;

    /** Trains weights and biases, in the fast form. */
    public HandEngine(Parameters start, double learningRate) {
        this(start, Descent.sgd(learningRate), Trained.ALL);
    }

    /** The fast form. */
    public HandEngine(Parameters start, Descent descent, Trained trained) {
        this(start, descent, trained, Form.FAST);
    }

    public HandEngine(Parameters start, Descent descent, Trained trained, Form form) {
        this.theta = start.copy();
        this.gradient = Parameters.zeros(start.network(), start.dataType());
        this.name = switch (form) {
            case FAST -> "hand";
            case READABLE -> form.id();
        };
        this.worker = switch (form) {
            case FAST -> new Worker<>(new FastArithmetic(), theta, gradient, descent, trained);
            case READABLE -> new Worker<>(new ReadableArithmetic(), theta, gradient, descent, trained);
        };
    }

    @Override
    public String name() {
        return name;
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
        return worker.forward(x);
    }

    @Override
    public double loss(Batch batch) {
        return worker.loss(batch);
    }

    @Override
    public LossGradient gradient(Batch batch) {
        worker.differentiate(batch);
        return new LossGradient(worker.lastLoss(), gradient.copy());
    }

    @Override
    public void step(Batch batch) {
        worker.step(batch);
    }

    @Override
    public double stepLoss() {
        return worker.lastLoss();
    }
}
