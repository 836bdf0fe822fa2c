package handgrad.input.data;

import handgrad.engine.Parameters;
import handgrad.network.Block;
import handgrad.network.Network;
import org.nd4j.linalg.api.buffer.DataType;

/** Where a run starts. */
public interface Start {
    /** The starting point of a network; drawn ones take their numbers from {@code random}. */
    Parameters draw(Network network, DataType type, NumpyRandom random);

    /** The NumPy expression that makes one weight matrix or bias of the starting point. */
    String python(Block block);
}
