package handgrad.train.bench;

import handgrad.engine.Parameters;
import handgrad.network.Network;
import handgrad.network.layer.Layer;
import handgrad.train.bench.Product.Factor;
import java.util.ArrayList;
import java.util.List;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * The floor: the matrix products of one step of training, by calls of BLAS with nothing around them. A network of {@code d}
 * layers takes {@code 3 d - 1}: for every layer {@code a W} forward and {@code a^T delta} for the gradient, and
 * {@code delta W^T} for every layer but the first. Activations and the output's delta are random numbers that stay as they are.
 */
final class Products {
    private final List<Product> products;

    Products(Workload workload) {
        Network network = workload.network();
        Parameters theta = workload.start();
        Parameters gradient = Parameters.zeros(network, workload.type());
        var inputs = new ArrayList<INDArray>();
        var deltas = new ArrayList<INDArray>();
        inputs.add(workload.batch().x());
        for (Layer layer : network.layers()) {
            inputs.add(random(workload.batchSize(), layer.nOut(), workload.type()));
            deltas.add(random(workload.batchSize(), layer.nOut(), workload.type()));
        }
        var all = new ArrayList<Product>();
        for (int l = 0; l < network.depth(); l++) {
            INDArray z = random(workload.batchSize(), network.layer(l).nOut(), workload.type());
            all.add(new Product(Factor.of(inputs.get(l)), Factor.of(theta.weights(l)), z));
        }
        for (int l = network.depth() - 1; l >= 0; l--) {
            var delta = Factor.of(deltas.get(l));
            all.add(new Product(Factor.transposed(inputs.get(l)), delta, gradient.weights(l)));
            if (l > 0) {
                all.add(new Product(delta, Factor.transposed(theta.weights(l)), deltas.get(l - 1)));
            }
        }
        this.products = List.copyOf(all);
    }

    private static INDArray random(int rows, int columns, DataType type) {
        return Nd4j.rand(type, rows, columns).dup('f');
    }

    /** All of them, in the order of a step. */
    void multiply() {
        for (Product product : products) {
            product.multiply();
        }
    }

    List<Product> all() {
        return products;
    }
}
