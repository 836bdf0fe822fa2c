package handgrad.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import handgrad.network.Address;
import handgrad.network.Block;
import handgrad.network.Network;
import handgrad.network.Reduction;
import handgrad.network.function.activation.Identity;
import handgrad.network.function.activation.Tanh;
import handgrad.network.function.loss.HalfSquaredError;
import handgrad.testing.RandomCase;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** One flat vector and its views. */
class ParametersTest {
    /** 2-3-1, 13 parameters: W1 at 0, b1 at 6, W2 at 9, b2 at 12. */
    private static final Network NETWORK =
            Network.dense(2, List.of(3), 1, new Tanh(), new Identity(), new HalfSquaredError(), Reduction.SUM);

    private Parameters counted;

    @BeforeEach
    void countUp() {
        counted = Parameters.of(NETWORK, DataType.DOUBLE, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12);
    }

    /** Column order: going down a column first, so row 0 of W1 [2, 3] holds every second number. */
    @Test
    void weightsAreReadColumnByColumn() {
        assertThat(Rows.of(counted.weights(0))).isDeepEqualTo(new double[][] {{0, 2, 4}, {1, 3, 5}});
        assertThat(counted.bias(0).toDoubleVector()).containsExactly(6, 7, 8);
        assertThat(Rows.of(counted.weights(1))).isDeepEqualTo(new double[][] {{9}, {10}, {11}});
        assertThat(counted.bias(1).toDoubleVector()).containsExactly(12);
    }

    @Test
    void shapesAreThoseOfTheFormulas() {
        assertThat(counted.weights(0).shape()).containsExactly(2, 3);
        assertThat(counted.bias(0).shape()).as("DL4J's biases have rank 1").containsExactly(3);
        assertThat(counted.vector().shape()).containsExactly(13);
    }

    @Test
    void aViewAndTheVectorAreOneMemory() {
        counted.weights(0).putScalar(1, 2, -1);
        counted.bias(1).putScalar(0, -2);
        assertThat(counted.toArray()).containsExactly(0, 1, 2, 3, 4, -1, 6, 7, 8, 9, 10, 11, -2);
        counted.vector().putScalar(9, -3);
        assertThat(counted.weights(1).getDouble(0, 0)).isEqualTo(-3);
    }

    static List<RandomCase> randomNetworks() {
        return RandomCase.many(30).toList();
    }

    @ParameterizedTest
    @MethodSource("randomNetworks")
    void theViewOfABlockHoldsWhatTheVectorHoldsAtItsIndices(RandomCase random) {
        Parameters parameters = random.parameters();
        for (Block block : parameters.network().blocks()) {
            INDArray view = parameters.view(block);
            for (int index = block.offset(); index < block.end(); index++) {
                Address at = block.address(index);
                double seen = !block.isWeight() ? view.getDouble(at.column()) : view.getDouble(at.row(), at.column());
                assertThat(seen).isEqualTo(parameters.vector().getDouble(index));
            }
        }
    }

    @Test
    void overWrapsAndCopyDoesNot() {
        INDArray vector = Nd4j.zeros(DataType.DOUBLE, 13);
        Parameters wrapped = Parameters.over(NETWORK, vector);
        Parameters copy = wrapped.copy();
        vector.putScalar(0, 5);
        assertThat(wrapped.weights(0).getDouble(0, 0)).isEqualTo(5);
        assertThat(copy.weights(0).getDouble(0, 0)).isZero();
    }

    @Test
    void assigningToSinglePrecisionRounds() {
        Parameters single = Parameters.zeros(NETWORK, DataType.FLOAT);
        counted.vector().addi(0.1);
        single.assign(counted);
        assertThat(single.dataType()).isEqualTo(DataType.FLOAT);
        assertThat(single.toArray()[3]).isEqualTo((double) 3.1f).isNotEqualTo(3.1);
    }

    @Test
    void refusesAVectorOfAnotherLengthOrRank() {
        assertThatThrownBy(() -> Parameters.of(NETWORK, DataType.DOUBLE, 1, 2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("13 parameters");
        assertThatThrownBy(() -> Parameters.over(NETWORK, Nd4j.zeros(DataType.DOUBLE, 1, 13)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
