package handgrad.train.bench;

import static org.assertj.core.api.Assertions.assertThat;

import handgrad.engine.NativeMatrix;
import handgrad.network.Network;
import handgrad.network.array.Matrix;
import handgrad.network.array.Matrix.Factor;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** The floor computes what it says. */
class ProductsTest {
    @ParameterizedTest
    @CsvSource({"3-2/4, 2", "2-10-1/4, 5", "5-4-3-2/7, 8", "3-4-4-4-4-4-4-4-4-2/1, 26"})
    void aStepOfDLayersHasThreeProductsALayerLessOne(String name, int count) {
        Workload workload = Workload.named(name, DataType.DOUBLE);
        assertThat(new Products(workload).all())
                .hasSize(count)
                .hasSize(3 * workload.network().depth() - 1);
    }

    @ParameterizedTest
    @CsvSource({
        "3-2/4, DOUBLE, 1e-13",
        "5-4-3-2/7, DOUBLE, 1e-13",
        "5-4-3-2/7, FLOAT, 1e-5",
        "64-128-10/32, FLOAT, 1e-3"
    })
    void everyProductIsThatOfItsFactors(String name, DataType type, double tolerance) {
        var products = new Products(Workload.named(name, type));
        products.all().forEach(product -> array(product.result()).assign(Double.NaN));
        products.multiply();
        for (Products.Product product : products.all()) {
            INDArray expected =
                    taken(product.left(), product.takenLeft()).mmul(taken(product.right(), product.takenRight()));
            INDArray result = array(product.result());
            assertThat(result.shape()).isEqualTo(expected.shape());
            double apart =
                    expected.sub(result.castTo(DataType.DOUBLE)).amaxNumber().doubleValue();
            assertThat(apart).isLessThan(tolerance);
        }
    }

    private static INDArray array(Matrix matrix) {
        return ((NativeMatrix) matrix).array();
    }

    private static INDArray taken(Matrix matrix, Factor factor) {
        INDArray array = array(matrix).castTo(DataType.DOUBLE);
        return factor == Factor.TRANSPOSED ? array.transpose() : array;
    }

    /** Forward from the first layer, backward from the last; gradients have the shapes of the weights. */
    @ParameterizedTest
    @CsvSource("5-4-3-2/7")
    void theyAreThoseOfAStepInItsOrder(String name) {
        Workload workload = Workload.named(name, DataType.DOUBLE);
        Network network = workload.network();
        assertThat(new Products(workload).all())
                .extracting(product -> array(product.result()).shape())
                .containsExactly(
                        new long[] {7, 4},
                        new long[] {7, 3},
                        new long[] {7, 2},
                        new long[] {3, 2},
                        new long[] {7, 3},
                        new long[] {4, 3},
                        new long[] {7, 4},
                        new long[] {5, 4});
        assertThat(network.depth()).isEqualTo(3);
    }
}
