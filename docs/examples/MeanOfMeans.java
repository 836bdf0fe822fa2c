import handgrad.engine.Batch;
import handgrad.engine.LossGradient;
import handgrad.engine.Parameters;
import handgrad.engine.hand.HandEngine;
import handgrad.input.userclass.HandGradient;
import handgrad.network.MicroBatch;
import handgrad.network.Network;
import java.util.Optional;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Adds up the gradients of micro-batches, and divides by their number. That is wrong where they are of unequal size. */
public final class MeanOfMeans implements HandGradient {
    private INDArray sum;
    private double loss;

    @Override
    public Parameters gradient(Network network, Parameters parameters, Batch batch) {
        return new HandEngine(parameters, 1).gradient(batch).gradient().copy();
    }

    @Override
    public Optional<LossGradient> accumulate(
            Network network, Parameters parameters, Batch microBatch, MicroBatch place) {
        LossGradient mean = new HandEngine(parameters, 1).gradient(microBatch);
        if (place.isFirst()) {
            sum = mean.gradient().vector().mul(0);
            loss = 0;
        }
        sum = sum.add(mean.gradient().vector().div(place.count()));
        loss += mean.loss() / place.count();
        return Optional.of(new LossGradient(loss, Parameters.over(network, sum)));
    }
}
