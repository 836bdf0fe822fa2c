package handgrad.engine.hand.readable;

import handgrad.network.Activation;
import handgrad.network.Loss;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.ops.transforms.Transforms;

/**
 * The losses and their derivatives, on arrays {@code [n, nOut]}. The cross-entropies are computed from {@code z}, so that
 * they stay finite and right where {@code y} has rounded to 0 or 1.
 */
final class Losses {
    private Losses() {}

    /** The sum of the losses of all samples. */
    static double sum(Loss loss, INDArray z, INDArray y, INDArray t) {
        return switch (loss) {
            case HALF_SQUARED_ERROR -> squares(y, t) / 2;
            case MEAN_SQUARED_ERROR -> squares(y, t) / y.columns();
            case BINARY_CROSS_ENTROPY -> softplus(z).subi(z.mul(t)).sumNumber().doubleValue();
            case CROSS_ENTROPY ->
                logSumExp(z).muli(t.sum(true, 1)).sumNumber().doubleValue()
                        - z.mul(t).sumNumber().doubleValue();
        };
    }

    private static double squares(INDArray y, INDArray t) {
        INDArray error = y.sub(t);
        return error.muli(error).sumNumber().doubleValue();
    }

    /** {@code ln(1 + exp(z)) = max(z, 0) + ln(1 + exp(-|z|))}: no exponential of a large number. */
    private static INDArray softplus(INDArray z) {
        INDArray tail = Transforms.exp(Transforms.abs(z, true).negi(), false);
        return Transforms.log1p(tail, false).addi(Transforms.max(z, 0, true));
    }

    /** {@code ln sum_k exp(z_k)} of each row, {@code [n, 1]}: the largest entry taken out first. */
    private static INDArray logSumExp(INDArray z) {
        INDArray largest = z.max(true, 1);
        INDArray sum = Transforms.exp(z.subColumnVector(largest), false).sum(true, 1);
        return Transforms.log(sum, false).addi(largest);
    }

    /**
     * {@code delta = dL_i/dz} of each sample's own loss. For the cross-entropies {@code f'} cancels: {@code y - t}, or for
     * softmax {@code y sum_k t_k - t}, which is the same where the targets of a sample add up to 1.
     *
     * @param scratch memory of the same shape
     */
    static void outputDelta(
            Loss loss, Activation activation, INDArray y, INDArray t, INDArray delta, INDArray scratch) {
        switch (loss) {
            case HALF_SQUARED_ERROR -> {
                y.subi(t, delta);
                Activations.timesDerivative(activation, y, delta, scratch);
            }
            case MEAN_SQUARED_ERROR -> {
                y.subi(t, delta).muli(2.0 / y.columns());
                Activations.timesDerivative(activation, y, delta, scratch);
            }
            case BINARY_CROSS_ENTROPY -> y.subi(t, delta);
            case CROSS_ENTROPY -> {
                delta.assign(y).muliColumnVector(t.sum(true, 1));
                delta.subi(t);
            }
        }
    }
}
