package handgrad.train.bench;

import handgrad.engine.NativeMatrix;
import handgrad.engine.Parameters;
import handgrad.network.Network;
import handgrad.network.array.Matrix;
import handgrad.network.array.Matrix.Factor;
import handgrad.network.layer.Layer;
import java.util.ArrayList;
import java.util.List;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;

/**
 * The floor: the matrix products of one step of training, by calls of BLAS with nothing around them. A network of {@code d}
 * layers takes {@code 3 d - 1}: for every layer {@code a W} forward and {@code a^T delta} for the gradient, and
 * {@code delta W^T} for every layer but the first. Activations and the output's delta are random numbers that stay as they are.
 */
final class Products {
    /** {@code result = left right}, with either factor transposed. */
    record Product(Matrix left, Factor takenLeft, Matrix right, Factor takenRight, Matrix result) {
        void multiply() {
            result.product(left, takenLeft, right, takenRight);
        }
    }

    private final List<Product> products = new ArrayList<>();

    Products(Workload workload) {
        Network network = workload.network();
        Parameters gradient = Parameters.zeros(network, workload.type());
        var weights = new ArrayList<Matrix>();
        var inputs = new ArrayList<Matrix>();
        var deltas = new ArrayList<Matrix>();
        inputs.add(workload.batch().inputs());
        for (int l = 0; l < network.depth(); l++) {
            Layer layer = network.layer(l);
            weights.add(NativeMatrix.of(workload.start().weights(l)));
            inputs.add(random(workload.batchSize(), layer.nOut(), workload.type()));
            deltas.add(random(workload.batchSize(), layer.nOut(), workload.type()));
            Matrix z = random(workload.batchSize(), layer.nOut(), workload.type());
            products.add(new Product(inputs.get(l), Factor.AS_IT_IS, weights.get(l), Factor.AS_IT_IS, z));
        }
        for (int l = network.depth() - 1; l >= 0; l--) {
            Matrix delta = deltas.get(l);
            Matrix into = NativeMatrix.of(gradient.weights(l));
            products.add(new Product(inputs.get(l), Factor.TRANSPOSED, delta, Factor.AS_IT_IS, into));
            if (l > 0) {
                products.add(new Product(delta, Factor.AS_IT_IS, weights.get(l), Factor.TRANSPOSED, deltas.get(l - 1)));
            }
        }
    }

    private static Matrix random(int rows, int columns, DataType type) {
        return NativeMatrix.of(Nd4j.rand(type, rows, columns).dup('f'));
    }

    /** All of them, in the order of a step. */
    void multiply() {
        for (int i = 0; i < products.size(); i++) {
            products.get(i).multiply();
        }
    }

    List<Product> all() {
        return List.copyOf(products);
    }
}
