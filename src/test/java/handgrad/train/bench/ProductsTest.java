package handgrad.train.bench;

import static org.assertj.core.api.Assertions.assertThat;

import handgrad.network.Network;
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
        products.all().forEach(product -> product.result().assign(Double.NaN));
        products.multiply();
        for (Product product : products.all()) {
            INDArray expected = product.left()
                    .matrix()
                    .castTo(DataType.DOUBLE)
                    .mmul(product.right().matrix().castTo(DataType.DOUBLE));
            assertThat(product.result().shape()).isEqualTo(expected.shape());
            double apart = expected.sub(product.result().castTo(DataType.DOUBLE))
                    .amaxNumber()
                    .doubleValue();
            assertThat(apart).isLessThan(tolerance);
        }
    }

    /** Forward from the first layer, backward from the last; gradients have the shapes of the weights. */
    @ParameterizedTest
    @CsvSource("5-4-3-2/7")
    void theyAreThoseOfAStepInItsOrder(String name) {
        Workload workload = Workload.named(name, DataType.DOUBLE);
        Network network = workload.network();
        assertThat(new Products(workload).all())
                .extracting(product -> product.result().shape())
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
