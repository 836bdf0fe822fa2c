package handgrad.engine;

import handgrad.network.Block;
import handgrad.network.Network;
import handgrad.network.Point;
import handgrad.network.Precision;
import handgrad.network.layer.Slot;
import java.util.List;
import java.util.stream.IntStream;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

/**
 * A point in the parameter space of a network: one flat vector {@code [size]} in DL4J's layout, and a view of it for each
 * weight matrix and bias. A gradient is such a point too.
 */
public final class Parameters {
    private final Network network;
    private final INDArray vector;

    /** Made when one is asked for: a point that is only copied or compared needs none. */
    private List<INDArray> views = List.of();

    private Parameters(Network network, INDArray vector) {
        this.network = network;
        this.vector = vector;
    }

    /** Wraps a flat vector, without copying it. */
    public static Parameters over(Network network, INDArray vector) {
        if (vector.rank() != 1 || vector.length() != network.size()) {
            throw new IllegalArgumentException(
                    "a vector %s for a network of %d parameters".formatted(vector.shapeInfoToString(), network.size()));
        }
        return new Parameters(network, vector);
    }

    public static Parameters zeros(Network network, DataType type) {
        return new Parameters(network, Nd4j.zeros(type, network.size()));
    }

    public static Parameters of(Network network, DataType type, double... values) {
        return over(network, Nd4j.createFromArray(values).castTo(type));
    }

    /** A plain point in a given precision. */
    public static Parameters of(Point point, DataType type) {
        return of(point.network(), type, point.values());
    }

    private static INDArray view(INDArray vector, Block block) {
        INDArray stretch = vector.get(NDArrayIndex.interval(block.offset(), block.end()));
        return block.slot().role() == Slot.Role.WEIGHT ? stretch.reshape('f', block.rows(), block.columns()) : stretch;
    }

    public Network network() {
        return network;
    }

    /** All parameters, flat; a change to it is a change to these parameters. */
    public INDArray vector() {
        return vector;
    }

    private List<INDArray> views() {
        if (views.isEmpty()) {
            views = network.blocks().stream().map(block -> view(vector, block)).toList();
        }
        return views;
    }

    /** The view of a block: {@code [rows, columns]} of weights, {@code [columns]} of a bias. */
    public INDArray view(Block block) {
        return views().get(network.blocks().indexOf(block));
    }

    /** The views of one layer, in the order of its slots. */
    public List<INDArray> layer(int l) {
        List<Block> blocks = network.blocks();
        return IntStream.range(0, blocks.size())
                .filter(k -> blocks.get(k).layer() == l)
                .mapToObj(views()::get)
                .toList();
    }

    /** The weights of a dense layer, {@code W^l [nIn, nOut]}, a view. */
    public INDArray weights(int l) {
        return named(l, "W");
    }

    /** The bias of a dense layer, {@code b^l [nOut]}, a view. */
    public INDArray bias(int l) {
        return named(l, "b");
    }

    private INDArray named(int l, String symbol) {
        return network.blocks(l).stream()
                .filter(block -> block.slot().symbol().equals(symbol))
                .map(this::view)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("layer %d has no parameter %s".formatted(l, symbol)));
    }

    /** In plain double precision, a copy. */
    public Point point() {
        return new Point(network, toArray());
    }

    public DataType dataType() {
        return vector.dataType();
    }

    public Precision precision() {
        return Precision.valueOf(dataType().name());
    }

    /** The values as an array of their own, in double precision. */
    public double[] toArray() {
        return Rows.flat(vector);
    }

    /** The same numbers in memory of their own. */
    public Parameters copy() {
        return new Parameters(network, vector.dup());
    }

    /** Overwrites these numbers with others', rounding to this data type. */
    public void assign(Parameters other) {
        vector.assign(other.vector);
    }
}
