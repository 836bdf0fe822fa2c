package handgrad.hand.fast;

import handgrad.engine.Descent;
import handgrad.hand.Arithmetic;
import handgrad.kernel.Memory;
import handgrad.kernel.Memory.Form;
import handgrad.network.Activation;
import handgrad.network.Loss;
import handgrad.network.Parameters;
import handgrad.network.Trained;
import org.nd4j.linalg.api.ndarray.INDArray;

/** The arrays' own memory: a product is one call of BLAS, everything else one pass. */
public final class FastArithmetic implements Arithmetic<Memory> {
    private final Entrywise entrywise = new Entrywise();
    private final Rowwise rowwise = new Rowwise();

    @Override
    public Memory view(INDArray array) {
        return Memory.of(array);
    }

    @Override
    public Memory inputs(INDArray x) {
        return Memory.of(x).withTranspose();
    }

    @Override
    public void renew(Memory inputs) {
        inputs.renewTranspose();
    }

    @Override
    public void product(Memory a, Memory weights, Memory z) {
        z.product(a, Form.AS_IT_IS, weights, Form.AS_IT_IS, 1, 0);
    }

    @Override
    public void activate(Activation f, Memory bias, Memory z, Memory a) {
        entrywise.activate(f, bias, z, a);
        if (f == Activation.SOFTMAX) {
            rowwise.softmax(z, a);
        }
    }

    @Override
    public double loss(Loss loss, Memory z, Memory y, Memory t) {
        return switch (loss) {
            case HALF_SQUARED_ERROR -> entrywise.squares(y, t) / 2;
            case MEAN_SQUARED_ERROR -> entrywise.squares(y, t) / y.columns();
            case BINARY_CROSS_ENTROPY -> entrywise.binaryCrossEntropy(z, t);
            case CROSS_ENTROPY -> rowwise.crossEntropy(z, t);
        };
    }

    @Override
    public void outputDelta(Loss loss, Activation f, double factor, Memory y, Memory t, Memory delta) {
        switch (loss) {
            case HALF_SQUARED_ERROR -> errors(f, factor, y, t, delta);
            case MEAN_SQUARED_ERROR -> errors(f, factor * 2 / y.columns(), y, t, delta);
            case BINARY_CROSS_ENTROPY -> entrywise.errors(Activation.IDENTITY, factor, y, t, delta);
            case CROSS_ENTROPY -> rowwise.crossEntropyDelta(factor, y, t, delta);
        }
    }

    /** {@code factor (y - t) * f'(z)}. */
    private void errors(Activation f, double factor, Memory y, Memory t, Memory delta) {
        if (f == Activation.SOFTMAX) {
            rowwise.errorsThroughSoftmax(factor, y, t, delta);
        } else {
            entrywise.errors(f, factor, y, t, delta);
        }
    }

    @Override
    public void passDown(Memory delta, Memory weights, Memory below) {
        below.product(delta, Form.AS_IT_IS, weights, Form.TRANSPOSED, 1, 0);
    }

    @Override
    public void timesDerivative(Activation f, Memory a, Memory delta) {
        entrywise.timesDerivative(f, a, delta);
    }

    @Override
    public void weightGradient(Memory a, Memory delta, Memory into, double scale, double keep) {
        into.product(a, Form.TRANSPOSED, delta, Form.AS_IT_IS, scale, keep);
    }

    @Override
    public void biasGradient(Memory delta, Memory into, double scale, double keep) {
        into.columnSums(delta, scale, keep);
    }

    @Override
    public StepRule stepRule(Descent descent, Trained trained, Parameters theta, Parameters gradient) {
        return new FastStepRule(descent, trained, theta, gradient);
    }
}
