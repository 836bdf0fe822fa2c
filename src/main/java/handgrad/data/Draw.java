package handgrad.data;

import handgrad.network.Block;
import handgrad.network.Network;
import handgrad.network.Parameters;
import org.nd4j.linalg.api.buffer.DataType;

/**
 * Starting points that are drawn, layer by layer, each weight matrix row by row as NumPy fills it: the same seed gives the
 * same point in Python.
 */
public enum Draw implements Start {
    /** {@code W = random(nIn, nOut)}, uniform in [0, 1), and {@code b = 0}. */
    UNIFORM,
    /** {@code W = randn(nIn, nOut)}, {@code b = randn(nOut)}. */
    NORMAL;

    @Override
    public Parameters draw(Network network, DataType type, NumpyRandom random) {
        double[] values = new double[network.size()];
        for (Block block : network.blocks()) {
            for (int row = 0; row < block.rows(); row++) {
                for (int column = 0; column < block.columns(); column++) {
                    values[block.index(row, column)] = draw(block.kind(), random);
                }
            }
        }
        return Parameters.of(network, type, values);
    }

    private double draw(Block.Kind kind, NumpyRandom random) {
        return switch (this) {
            case UNIFORM -> kind == Block.Kind.WEIGHTS ? random.uniform() : 0;
            case NORMAL -> random.normal();
        };
    }

    @Override
    public String python(Block block) {
        boolean weights = block.kind() == Block.Kind.WEIGHTS;
        String shape =
                weights ? "(%d, %d)".formatted(block.rows(), block.columns()) : "(%d,)".formatted(block.columns());
        return switch (this) {
            case UNIFORM -> (weights ? "np.random.random(" : "np.zeros(") + shape + ")";
            case NORMAL -> "np.random.standard_normal(" + shape + ")";
        };
    }
}
