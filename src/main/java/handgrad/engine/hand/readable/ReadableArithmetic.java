package handgrad.engine.hand.readable;

import handgrad.engine.Descent;
import handgrad.engine.hand.Arithmetic;
import handgrad.network.Activation;
import handgrad.network.Loss;
import handgrad.network.Network;
import handgrad.network.Parameters;
import handgrad.network.Trained;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

/** ND4J's operations, in place where ND4J can. */
public final class ReadableArithmetic implements Arithmetic<INDArray> {
    private final Map<List<Integer>, INDArray> scratchByShape = new HashMap<>();

    private INDArray scratch(INDArray like) {
        return scratchByShape.computeIfAbsent(List.of(like.rows(), like.columns()), shape -> like.ulike());
    }

    @Override
    public INDArray view(INDArray array) {
        return array;
    }

    @Override
    public int samplesAtATime(Network network) {
        return Integer.MAX_VALUE;
    }

    @Override
    public INDArray rows(INDArray array, int from, int count) {
        return count == array.rows() ? array : array.get(NDArrayIndex.interval(from, from + count));
    }

    @Override
    public void renew(INDArray rows, INDArray array, int from) {
        // They are the array's own.
    }

    @Override
    public void product(INDArray a, INDArray weights, INDArray z) {
        Nd4j.gemm(a, weights, z, false, false, 1, 0);
    }

    @Override
    public void activate(Activation f, INDArray bias, INDArray z, INDArray a) {
        z.addiRowVector(bias);
        Activations.apply(f, z, a);
    }

    @Override
    public double loss(Loss loss, INDArray z, INDArray y, INDArray t) {
        return Losses.sum(loss, z, y, t);
    }

    @Override
    public void outputDelta(Loss loss, Activation f, INDArray y, INDArray t, INDArray delta) {
        Losses.outputDelta(loss, f, y, t, delta, scratch(delta));
    }

    @Override
    public void passDown(INDArray delta, INDArray weights, INDArray below) {
        Nd4j.gemm(delta, weights, below, false, true, 1, 0);
    }

    @Override
    public void timesDerivative(Activation f, INDArray a, INDArray delta) {
        Activations.timesDerivative(f, a, delta, scratch(delta));
    }

    @Override
    public void weightGradient(INDArray a, INDArray delta, INDArray into, double scale, double keep) {
        Nd4j.gemm(a, delta, into, true, false, scale, keep);
    }

    @Override
    public void biasGradient(INDArray delta, INDArray into, double scale, double keep) {
        INDArray sums = delta.sum(0).muli(scale);
        into.assign(keep == 0 ? sums : sums.addi(into.mul(keep)));
    }

    @Override
    public StepRule stepRule(Descent descent, Trained trained, Parameters theta, Parameters gradient) {
        return new ReadableStepRule(descent, trained, theta, gradient);
    }
}
