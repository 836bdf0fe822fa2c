package handgrad.engine.dl4j;

import handgrad.InputException;
import handgrad.engine.Descent;
import handgrad.engine.Engine;
import handgrad.engine.LossGradient;
import handgrad.network.Batch;
import handgrad.network.Network;
import handgrad.network.Parameters;
import handgrad.network.Trained;
import java.util.List;
import org.deeplearning4j.exception.DL4JException;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;

/** A {@code MultiLayerNetwork} trained with {@code fit}, by DL4J's own updaters. */
public final class Dl4jEngine implements Engine {
    private final Network network;
    private final MultiLayerNetwork net;
    private final Parameters parameters;
    private double stepPenalty;
    private final boolean decays;

    /**
     * Trains weights and biases.
     *
     * @throws InputException if DL4J refuses such a network
     */
    public Dl4jEngine(Parameters start, double learningRate) {
        this(start, Descent.sgd(learningRate), Trained.ALL);
    }

    /** @throws InputException if DL4J refuses such a network */
    public Dl4jEngine(Parameters start, Descent descent, Trained trained) {
        this.network = start.network();
        this.decays = descent.l2() > 0;
        try {
            this.net = new MultiLayerNetwork(Configurations.of(network, start.dataType(), descent, trained));
            net.init();
        } catch (DL4JException e) {
            throw new InputException("DL4J refuses this network: " + e.getMessage(), e);
        }
        this.parameters = Parameters.over(network, net.params());
        parameters.assign(start);
    }

    @Override
    public String name() {
        return "dl4j";
    }

    @Override
    public Network network() {
        return network;
    }

    @Override
    public Parameters parameters() {
        return parameters;
    }

    @Override
    public INDArray output(INDArray x) {
        return net.output(x);
    }

    /** DL4J's list begins with the input. */
    @Override
    public List<INDArray> activations(INDArray x) {
        List<INDArray> all = net.feedForward(x, false);
        return List.copyOf(all.subList(1, all.size()));
    }

    @Override
    public double loss(Batch batch) {
        return net.score(new DataSet(batch.x(), batch.y())) - penalty();
    }

    /** DL4J leaves the sum over the batch in {@code gradient()}, without L2; its updater divides, then adds, later. */
    @Override
    public LossGradient gradient(Batch batch) {
        net.setInput(batch.x());
        net.setLabels(batch.y());
        net.computeGradientAndScore();
        double factor = network.reduction().factor(batch.n());
        INDArray gradient = net.gradient().gradient().mul(factor);
        return new LossGradient(net.score() - penalty(), Parameters.over(network, gradient));
    }

    @Override
    public void step(Batch batch) {
        stepPenalty = penalty();
        net.fit(batch.x(), batch.y());
    }

    /** {@code fit} leaves in {@code score()} the loss it found before it changed the parameters. */
    @Override
    public double stepLoss() {
        return net.score() - stepPenalty;
    }

    /** {@code lambda/2 sum W^2} at this point, which {@code score()} has on top of the loss, undivided whatever the batch. */
    private double penalty() {
        return decays ? net.calcRegularizationScore(true) : 0;
    }
}
