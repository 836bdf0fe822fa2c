import handgrad.engine.Batch;
import handgrad.engine.Parameters;
import handgrad.input.userclass.HandGradient;
import handgrad.network.Network;
import handgrad.network.Reduction;
import java.util.Optional;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.ops.transforms.Transforms;

/** Two sigmoid layers with binary-cross-entropy, summed. The gradient is right; the step keeps 0.9 of the last one, as momentum does. */
public final class KeptUpdate implements HandGradient {
    private INDArray last;

    @Override
    public Parameters gradient(Network network, Parameters theta, Batch batch) {
        if (network.depth() != 2
                || !network.loss().id().equals("binary-cross-entropy")
                || network.reduction() != Reduction.SUM
                || network.layers().stream().anyMatch(layer -> !layer.activation().id().equals("sigmoid"))) {
            throw new UnsupportedOperationException("made for two sigmoid layers with summed binary-cross-entropy");
        }
        INDArray hidden = Transforms.sigmoid(batch.x().mmul(theta.weights(0)).addRowVector(theta.bias(0)));
        INDArray output = Transforms.sigmoid(hidden.mmul(theta.weights(1)).addRowVector(theta.bias(1)));
        INDArray delta2 = output.sub(batch.y());
        INDArray delta1 = delta2.mmul(theta.weights(1).transpose()).mul(hidden).mul(hidden.rsub(1));
        Parameters gradient = Parameters.zeros(network, theta.dataType());
        gradient.weights(1).assign(hidden.transpose().mmul(delta2));
        gradient.bias(1).assign(delta2.sum(0));
        gradient.weights(0).assign(batch.x().transpose().mmul(delta1));
        gradient.bias(0).assign(delta1.sum(0));
        return gradient;
    }

    @Override
    public Optional<Parameters> step(Network network, Parameters theta, Batch batch, double learningRate) {
        INDArray gradient = gradient(network, theta, batch).vector();
        last = last == null ? gradient : last.mul(0.9).add(gradient);
        Parameters after = theta.copy();
        after.vector().subi(last.mul(learningRate));
        return Optional.of(after);
    }
}
