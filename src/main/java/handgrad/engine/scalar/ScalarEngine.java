package handgrad.engine.scalar;

import handgrad.engine.Descent;
import handgrad.engine.Engine;
import handgrad.engine.LossGradient;
import handgrad.network.Batch;
import handgrad.network.Block;
import handgrad.network.Network;
import handgrad.network.Parameters;
import handgrad.network.Rows;
import handgrad.network.Trained;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** The network neuron by neuron, in double precision whatever the parameters are kept in. */
public final class ScalarEngine implements Engine {
    private final Network network;
    private final Parameters theta;
    private final double l2;
    private final Trained trained;
    private final List<Follower> followers;
    private double stepLoss;

    public ScalarEngine(Parameters start, Descent descent, Trained trained) {
        this.network = start.network();
        this.theta = start.copy();
        this.l2 = descent.l2();
        this.trained = trained;
        this.followers = Stream.generate(() -> new Follower(descent))
                .limit(network.size())
                .toList();
    }

    @Override
    public String name() {
        return "scalar";
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
        var neurons = neurons();
        double[][] y = Arrays.stream(Rows.of(x)).map(neurons::forward).toArray(double[][]::new);
        return Nd4j.createFromArray(y);
    }

    @Override
    public List<INDArray> activations(INDArray x) {
        var neurons = neurons();
        double[][] samples = Rows.of(x);
        double[][][] outputs = new double[network.depth()][samples.length][];
        for (int s = 0; s < samples.length; s++) {
            neurons.forward(samples[s]);
            for (int l = 0; l < network.depth(); l++) {
                outputs[l][s] = neurons.outputs(l);
            }
        }
        return Arrays.stream(outputs).map(Nd4j::createFromArray).toList();
    }

    @Override
    public double loss(Batch batch) {
        var neurons = neurons();
        double[][] x = Rows.of(batch.x());
        double[][] t = Rows.of(batch.y());
        double sum = 0;
        for (int s = 0; s < x.length; s++) {
            neurons.forward(x[s]);
            sum += neurons.loss(t[s]);
        }
        return network.reduction().factor(x.length) * sum;
    }

    @Override
    public LossGradient gradient(Batch batch) {
        var neurons = neurons();
        double[][] x = Rows.of(batch.x());
        double[][] t = Rows.of(batch.y());
        double factor = network.reduction().factor(x.length);
        double sum = 0;
        for (int s = 0; s < x.length; s++) {
            neurons.forward(x[s]);
            sum += neurons.loss(t[s]);
            neurons.backward(t[s], factor);
        }
        return new LossGradient(factor * sum, Parameters.of(network, theta.dataType(), neurons.gradient()));
    }

    @Override
    public void step(Batch batch) {
        LossGradient found = gradient(batch);
        double[] gradient = found.gradient().toArray();
        double[] values = theta.toArray();
        for (Block block : network.blocks()) {
            boolean weights = block.kind() == Block.Kind.WEIGHTS;
            boolean moves = weights || trained == Trained.ALL;
            double lambda = weights ? l2 : 0;
            for (int i = block.offset(); moves && i < block.end(); i++) {
                values[i] -= followers.get(i).step(gradient[i] + lambda * values[i]);
            }
        }
        theta.assign(Parameters.of(network, theta.dataType(), values));
        stepLoss = found.loss();
    }

    @Override
    public double stepLoss() {
        return stepLoss;
    }

    private NeuronNetwork neurons() {
        return new NeuronNetwork(network, theta.toArray());
    }
}
