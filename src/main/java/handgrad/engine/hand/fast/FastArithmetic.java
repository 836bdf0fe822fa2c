package handgrad.engine.hand.fast;

import handgrad.engine.Descent;
import handgrad.engine.hand.Arithmetic;
import handgrad.network.Activation;
import handgrad.network.Loss;
import handgrad.network.Network;
import handgrad.network.Parameters;
import handgrad.network.Trained;
import handgrad.network.array.Memory;
import handgrad.network.array.Memory.Factor;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** The arrays' own memory: a product is one call of BLAS, everything else one pass. */
public final class FastArithmetic implements Arithmetic<Memory> {
    private static final int SAMPLES = 64;

    /** The most weights of a layer: 250 kB. */
    private static final int SMALL_LAYER = 32_000;

    private final Entrywise entrywise = new Entrywise();
    private final Rowwise rowwise = new Rowwise();

    @Override
    public Memory view(INDArray array) {
        return Memory.of(array);
    }

    /** So few that a layer's arrays stay in the cache between the passes, if its weights do, too. */
    @Override
    public int samplesAtATime(Network network) {
        boolean small = network.layers().stream().allMatch(layer -> layer.nIn() * layer.nOut() <= SMALL_LAYER);
        return small ? SAMPLES : Integer.MAX_VALUE;
    }

    @Override
    public Memory rows(INDArray array, int from, int count) {
        if (count == array.rows()) {
            return Memory.of(array).withTranspose();
        }
        Memory rows = Memory.of(Nd4j.create(array.dataType(), new long[] {count, array.columns()}, 'f'))
                .withTranspose();
        renew(rows, array, from);
        return rows;
    }

    @Override
    public void renew(Memory rows, INDArray array, int from) {
        if (rows.rows() < array.rows()) {
            rows.copyRows(Memory.of(array), from);
        }
        rows.renewTranspose();
    }

    @Override
    public void product(Memory a, Memory weights, Memory z) {
        z.product(a, Factor.AS_IT_IS, weights, Factor.AS_IT_IS, 1, 0);
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
    public void outputDelta(Loss loss, Activation f, Memory y, Memory t, Memory delta) {
        switch (loss) {
            case HALF_SQUARED_ERROR -> errors(f, 1, y, t, delta);
            case MEAN_SQUARED_ERROR -> errors(f, 2.0 / y.columns(), y, t, delta);
            case BINARY_CROSS_ENTROPY -> entrywise.errors(Activation.IDENTITY, 1, y, t, delta);
            case CROSS_ENTROPY -> rowwise.crossEntropyDelta(y, t, delta);
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
        below.product(delta, Factor.AS_IT_IS, weights, Factor.TRANSPOSED, 1, 0);
    }

    @Override
    public void timesDerivative(Activation f, Memory a, Memory delta) {
        entrywise.timesDerivative(f, a, delta);
    }

    @Override
    public void weightGradient(Memory a, Memory delta, Memory into, double scale, double keep) {
        into.product(a, Factor.TRANSPOSED, delta, Factor.AS_IT_IS, scale, keep);
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
