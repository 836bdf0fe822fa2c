package handgrad.engine.scalar;

import handgrad.engine.Batch;
import handgrad.engine.Descent;
import handgrad.engine.Engine;
import handgrad.engine.LossGradient;
import handgrad.engine.Parameters;
import handgrad.engine.Rows;
import handgrad.network.Block;
import handgrad.network.ChainRule;
import handgrad.network.Network;
import handgrad.network.Point;
import handgrad.network.Samples;
import handgrad.network.Trained;
import handgrad.network.function.Rule;
import handgrad.network.layer.Theta;
import handgrad.network.number.Plain;
import handgrad.network.number.Row;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * The network sample by sample, its formulas read as they stand with plain Java numbers, in double precision whatever the
 * parameters are kept in.
 */
public final class ScalarEngine implements Engine {
    private final Network network;
    private final Parameters theta;
    private final Descent descent;
    private final Trained trained;
    private final Map<Block, List<Row>> memory = new HashMap<>();
    private int steps;
    private double stepLoss;

    public ScalarEngine(Parameters start, Descent descent, Trained trained) {
        this.network = start.network();
        this.theta = start.copy();
        this.descent = descent;
        this.trained = trained;
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
        return array(chainRule().forward(rows(Rows.of(x))).y());
    }

    @Override
    public List<INDArray> activations(INDArray x) {
        return chainRule().forward(rows(Rows.of(x))).a().stream()
                .map(ScalarEngine::array)
                .toList();
    }

    private ChainRule chainRule() {
        return new ChainRule(network, theta.point().rows(Plain::of));
    }

    private static List<Row> rows(double[][] samples) {
        return Arrays.stream(samples).<Row>map(Plain::of).toList();
    }

    private static INDArray array(List<Row> rows) {
        return Nd4j.createFromArray(
                rows.stream().map(row -> ((Plain) row).values()).toArray(double[][]::new));
    }

    @Override
    public double loss(Batch batch) {
        Samples samples = batch.samples();
        ChainRule chain = chainRule();
        return loss(chain, chain.forward(rows(samples.x())), rows(samples.y()));
    }

    private double loss(ChainRule chain, ChainRule.Forward forward, List<Row> t) {
        double sum = 0;
        for (Row terms : chain.loss(forward, t)) {
            sum += ((Plain) terms.sum()).value(0);
        }
        return network.reduction().factor(t.size()) * sum;
    }

    @Override
    public LossGradient gradient(Batch batch) {
        Samples samples = batch.samples();
        List<Row> t = rows(samples.y());
        ChainRule chain = chainRule();
        ChainRule.Forward forward = chain.forward(rows(samples.x()));
        double factor = network.reduction().factor(t.size());
        double[] gradient = flat(chain.backward(forward, t, factor));
        return new LossGradient(loss(chain, forward, t), Parameters.of(new Point(network, gradient), theta.dataType()));
    }

    /** In the layout of the parameters. */
    private static double[] flat(List<Theta<Row>> layers) {
        return layers.stream()
                .flatMap(layer -> layer.values().stream())
                .flatMapToDouble(row -> Arrays.stream(((Plain) row).values()))
                .toArray();
    }

    @Override
    public void step(Batch batch) {
        LossGradient found = gradient(batch);
        Point gradient = found.gradient().point();
        Point values = theta.point();
        var moved = new ArrayList<double[]>();
        steps++;
        for (Block block : network.blocks()) {
            Row now = Plain.of(values.values(block));
            boolean moves = trained.moves(block);
            Row next = moves ? now.minus(step(block, now, Plain.of(gradient.values(block)))) : now;
            moved.add(((Plain) next).values());
        }
        double[] flat = moved.stream().flatMapToDouble(Arrays::stream).toArray();
        theta.assign(Parameters.of(new Point(network, flat), theta.dataType()));
        stepLoss = found.loss();
    }

    private Row step(Block block, Row theta, Row gradient) {
        Rule rule = descent.rule();
        Row eta = theta.constant(descent.learningRate());
        List<Row> kept = memory.getOrDefault(block, java.util.Collections.nCopies(rule.memories(), theta.constant(0)));
        Row g = gradient.plus(theta.times(descent.l2(block)));
        Rule.Update update = rule.step(g, kept, eta, theta.constant(steps));
        memory.put(block, update.memory());
        return update.step().plus(eta.times(theta).times(descent.decay(block)));
    }

    @Override
    public double stepLoss() {
        return stepLoss;
    }
}
