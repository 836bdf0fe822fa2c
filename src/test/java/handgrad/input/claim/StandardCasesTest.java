package handgrad.input.claim;

import static org.assertj.core.api.Assertions.assertThat;

import handgrad.engine.LossGradient;
import handgrad.engine.hand.HandEngine;
import handgrad.network.Block;
import handgrad.network.Network;
import handgrad.network.Reduction;
import handgrad.network.function.Activation;
import handgrad.network.function.Loss;
import handgrad.network.function.activation.Relu;
import handgrad.network.layer.Layer;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.ops.transforms.Transforms;

/** That the cases leave no loss, activation or shape out, and that each is a fair one. */
class StandardCasesTest {
    static List<Case> cases() {
        return StandardCases.all();
    }

    private static Stream<Network> networks() {
        return cases().stream().map(Case::network);
    }

    @ParameterizedTest
    @EnumSource
    void everyLossStandsOnEveryOutputActivation(Loss loss) {
        var expected = Arrays.stream(Activation.values()).filter(loss::accepts).collect(Collectors.toSet());
        assertThat(networks()
                        .filter(network -> network.loss() == loss)
                        .map(network -> network.outputLayer().activation())
                        .collect(Collectors.toSet()))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @EnumSource
    void everyLossIsReducedBothWays(Loss loss) {
        assertThat(networks().filter(network -> network.loss() == loss).map(Network::reduction))
                .contains(Reduction.values());
    }

    @Test
    void everyHiddenActivationIsThere() {
        var expected =
                Arrays.stream(Activation.values()).filter(Activation::hidden).toList();
        assertThat(networks()
                        .flatMap(network -> network.layers().stream().limit(network.depth() - 1))
                        .map(Layer::activation))
                .containsAll(expected);
    }

    @Test
    void depthsBatchSizesAndShapesVary() {
        assertThat(networks().map(Network::depth)).contains(1, 2, 3, 4);
        assertThat(cases().stream().map(task -> task.batch().n())).contains(1).anyMatch(n -> n > 1);
        var layers = networks().flatMap(network -> network.layers().stream()).toList();
        assertThat(layers).anyMatch(layer -> layer.nIn() == layer.nOut());
        assertThat(layers).anyMatch(layer -> layer.nIn() > layer.nOut());
        assertThat(layers).anyMatch(layer -> layer.nIn() < layer.nOut());
    }

    @Test
    void namesTellTheCasesApart() {
        var names = cases().stream().map(Case::name).toList();
        assertThat(new HashSet<>(names)).hasSameSizeAs(names).contains("half-squared-error-sigmoid-mean-2-3-1");
    }

    @Test
    void theyAreTheSameEachTime() {
        assertThat(cases().stream().map(task -> task.parameters().vector()))
                .isEqualTo(
                        cases().stream().map(task -> task.parameters().vector()).toList());
        assertThat(cases().stream().map(Case::batch))
                .isEqualTo(cases().stream().map(Case::batch).toList());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void noReluIsNearItsKinkAndNoneIsWhollyDead(Case task) {
        INDArray a = task.batch().x();
        for (int l = 0; l < task.network().depth(); l++) {
            INDArray z = a.mmul(task.parameters().weights(l))
                    .addiRowVector(task.parameters().bias(l));
            Activation activation = task.network().layer(l).activation();
            if (activation instanceof Relu) {
                assertThat(Transforms.abs(z, true).minNumber().doubleValue()).isGreaterThanOrEqualTo(0.05);
                assertThat(z.maxNumber().doubleValue()).isPositive();
                assertThat(z.minNumber().doubleValue()).isNegative();
            }
            a = activation.hidden() ? output(activation, z) : z;
        }
    }

    private static INDArray output(Activation activation, INDArray z) {
        double[] a = z.dup('c').data().asDouble();
        for (int i = 0; i < a.length; i++) {
            a[i] = switch (activation) {
                case SIGMOID -> 1 / (1 + Math.exp(-a[i]));
                case TANH -> Math.tanh(a[i]);
                case RELU -> Math.max(a[i], 0);
                case IDENTITY, SOFTMAX -> a[i];
            };
        }
        return Nd4j.createFromArray(a).reshape('c', z.shape());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void everyLayerHasSomethingToLearn(Case task) {
        LossGradient right = new HandEngine(task.parameters(), 0.1).gradient(task.batch());
        assertThat(right.loss()).isBetween(0.05, 50.0);
        for (Block block : task.network().blocks()) {
            assertThat(right.gradient().view(block).amaxNumber().doubleValue()).isGreaterThan(5e-3);
        }
    }
}
