package handgrad.network.function.activation;

import handgrad.network.function.Differentiation;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.activations.BaseActivationFunction;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** An activation that DL4J lacks, or has wrong: a formula in SameDiff's operations, which SameDiff differentiates. */
final class Differentiated extends BaseActivationFunction {
    private static final long serialVersionUID = 1;

    private final String name;
    private final transient UnaryOperator<SDVariable> f;
    private transient SameDiff graph;

    Differentiated(String name, UnaryOperator<SDVariable> f) {
        this.name = name;
        this.f = f;
    }

    private SameDiff graph(DataType type) {
        if (graph == null) {
            Differentiation.outside(() -> graph = made(type));
        }
        return graph;
    }

    private SameDiff made(DataType type) {
        SameDiff sd = SameDiff.create();
        SDVariable z = sd.placeHolder("z", type, -1, -1);
        SDVariable dA = sd.placeHolder("dA", type, -1, -1);
        SDVariable a = f.apply(z).rename("a");
        a.mul(dA).sum().rename("loss").markAsLoss();
        sd.createGradFunction("z");
        return sd;
    }

    @Override
    public INDArray getActivation(INDArray in, boolean training) {
        return in.assign(graph(in.dataType()).outputSingle(Map.of("z", in.dup()), "a"));
    }

    @Override
    public Pair<INDArray, INDArray> backprop(INDArray in, INDArray dA) {
        assertShape(in, dA);
        Map<String, INDArray> gradients = graph(in.dataType()).calculateGradients(Map.of("z", in.dup(), "dA", dA), "z");
        return new Pair<>(in.assign(gradients.get("z")), null);
    }

    @Override
    public String toString() {
        return name;
    }
}
