package handgrad.train;

import handgrad.engine.Batch;
import handgrad.engine.Engine;
import handgrad.engine.LossGradient;
import handgrad.engine.Parameters;
import handgrad.engine.Rows;
import handgrad.network.Network;
import handgrad.network.Reduction;
import handgrad.network.function.activation.Identity;
import handgrad.network.function.loss.HalfSquaredError;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongToDoubleFunction;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** An engine that computes nothing: its weight moves and its loss goes as it is told, and it remembers what it saw. */
final class FakeEngine implements Engine {
    static final Network NETWORK =
            Network.dense(1, List.of(), 1, new Identity(), new Identity(), new HalfSquaredError(), Reduction.MEAN);

    private final String name;
    private final Parameters theta = Parameters.of(NETWORK, DataType.DOUBLE, 1, 0);
    private final LongToDoubleFunction lossAfter;
    private final LongToDoubleFunction moveIn;
    private long steps;
    private double stepLoss;

    /** The samples of each batch, by their input. */
    final List<List<Integer>> seen = new ArrayList<>();

    /**
     * @param lossAfter the loss at the point that a number of steps leads to
     * @param moveIn what step 1, 2, ... adds to the weight, which starts at 1
     */
    FakeEngine(String name, LongToDoubleFunction lossAfter, LongToDoubleFunction moveIn) {
        this.name = name;
        this.lossAfter = lossAfter;
        this.moveIn = moveIn;
    }

    static FakeEngine still(String name) {
        return withLoss(name, step -> 1);
    }

    static FakeEngine withLoss(String name, LongToDoubleFunction lossAfter) {
        return new FakeEngine(name, lossAfter, step -> 0);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Network network() {
        return NETWORK;
    }

    @Override
    public Parameters parameters() {
        return theta;
    }

    @Override
    public INDArray output(INDArray x) {
        return x;
    }

    @Override
    public List<INDArray> activations(INDArray x) {
        return List.of(x);
    }

    @Override
    public double loss(Batch batch) {
        return lossAfter.applyAsDouble(steps);
    }

    @Override
    public LossGradient gradient(Batch batch) {
        return new LossGradient(loss(batch), Parameters.zeros(NETWORK, DataType.DOUBLE));
    }

    @Override
    public void step(Batch batch) {
        seen.add(Arrays.stream(Rows.of(batch.x())).map(row -> (int) row[0]).toList());
        stepLoss = loss(batch);
        steps++;
        theta.vector().putScalar(0, theta.vector().getDouble(0) + moveIn.applyAsDouble(steps));
    }

    @Override
    public double stepLoss() {
        return stepLoss;
    }
}
