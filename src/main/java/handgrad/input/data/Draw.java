package handgrad.input.data;

import handgrad.engine.Parameters;
import handgrad.network.Block;
import handgrad.network.Network;
import java.util.function.DoubleSupplier;
import org.nd4j.linalg.api.buffer.DataType;

/**
 * Starting points that are drawn, layer by layer, each weight matrix row by row as NumPy fills it: the same seed gives the
 * same point in Python.
 */
public enum Draw implements Start {
    /** {@code W = random(nIn, nOut)}, uniform in [0, 1), and {@code b = 0}. */
    UNIFORM,
    /** {@code W = random(nIn, nOut)}, and one {@code random()} for all biases of the layer. */
    UNIFORM_SHARED_BIAS,
    /** {@code W = randn(nIn, nOut)} and {@code b = 0}. */
    NORMAL_WEIGHTS,
    /** {@code W = randn(nIn, nOut)}, {@code b = randn(nOut)}. */
    NORMAL;

    @Override
    public Parameters draw(Network network, DataType type, NumpyRandom random) {
        double[] values = new double[network.size()];
        for (Block block : network.blocks()) {
            DoubleSupplier entries = entries(block.isWeight(), random);
            for (int row = 0; row < block.rows(); row++) {
                for (int column = 0; column < block.columns(); column++) {
                    values[block.index(row, column)] = entries.getAsDouble();
                }
            }
        }
        return Parameters.of(network, type, values);
    }

    /** Where the entries of a block come from, one after another. */
    private DoubleSupplier entries(boolean weights, NumpyRandom random) {
        return switch (this) {
            case UNIFORM -> weights ? random::uniform : () -> 0;
            case UNIFORM_SHARED_BIAS -> weights ? random::uniform : always(random.uniform());
            case NORMAL_WEIGHTS -> weights ? random::normal : () -> 0;
            case NORMAL -> random::normal;
        };
    }

    private static DoubleSupplier always(double value) {
        return () -> value;
    }

    @Override
    public String python(Block block) {
        boolean weights = block.isWeight();
        String shape =
                weights ? "(%d, %d)".formatted(block.rows(), block.columns()) : "(%d,)".formatted(block.columns());
        String normal = "np.random.standard_normal(" + shape + ")";
        String uniform = "np.random.random(" + shape + ")";
        String zeros = "np.zeros(" + shape + ")";
        return switch (this) {
            case UNIFORM -> weights ? uniform : zeros;
            case UNIFORM_SHARED_BIAS -> weights ? uniform : "np.full(" + shape + ", np.random.random())";
            case NORMAL_WEIGHTS -> weights ? normal : zeros;
            case NORMAL -> normal;
        };
    }
}
