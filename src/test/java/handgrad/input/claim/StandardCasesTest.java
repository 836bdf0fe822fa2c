package handgrad.input.claim;

import static org.assertj.core.api.Assertions.assertThat;

import handgrad.engine.LossGradient;
import handgrad.engine.hand.HandEngine;
import handgrad.network.Block;
import handgrad.network.ChainRule;
import handgrad.network.Network;
import handgrad.network.Reduction;
import handgrad.network.function.Activation;
import handgrad.network.function.Loss;
import handgrad.network.function.activation.Identity;
import handgrad.network.function.activation.Relu;
import handgrad.network.function.activation.Sigmoid;
import handgrad.network.function.activation.Softmax;
import handgrad.network.function.activation.Tanh;
import handgrad.network.function.loss.BinaryCrossEntropy;
import handgrad.network.function.loss.CrossEntropy;
import handgrad.network.function.loss.HalfSquaredError;
import handgrad.network.function.loss.MeanSquaredError;
import handgrad.network.layer.Layer;
import handgrad.network.number.Plain;
import handgrad.network.number.Row;
import handgrad.testing.Compare;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** That the cases leave no loss, activation or shape out, and that each is a fair one. */
class StandardCasesTest {
    static List<Case> cases() {
        return StandardCases.all();
    }

    private static Stream<Network> networks() {
        return cases().stream().map(Case::network);
    }

    /** What a gradient written by hand usually knows; the functions with tails of their own are left to case files. */
    private static final List<Activation> ACTIVATIONS =
            List.of(new Sigmoid(), new Tanh(), new Relu(), new Identity(), new Softmax());

    static List<Loss> losses() {
        return List.of(new HalfSquaredError(), new MeanSquaredError(), new BinaryCrossEntropy(), new CrossEntropy());
    }

    @ParameterizedTest
    @MethodSource("losses")
    void everyUsualLossStandsOnEveryOutputActivation(Loss loss) {
        var expected = ACTIVATIONS.stream().filter(loss::accepts).collect(Collectors.toSet());
        assertThat(networks()
                        .filter(network -> network.loss().equals(loss))
                        .map(network -> network.outputLayer().activation())
                        .collect(Collectors.toSet()))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @MethodSource("losses")
    void everyUsualLossIsReducedBothWays(Loss loss) {
        assertThat(networks().filter(network -> network.loss().equals(loss)).map(Network::reduction))
                .contains(Reduction.values());
    }

    @Test
    void everyUsualHiddenActivationIsThere() {
        var expected = ACTIVATIONS.stream().filter(Activation::entrywise).toList();
        assertThat(networks()
                        .flatMap(network -> network.layers().stream().limit(network.depth() - 1))
                        .map(Layer::activation))
                .containsAll(expected);
    }

    @Test
    void depthsBatchSizesAndShapesVary() {
        assertThat(networks().map(Network::depth)).contains(1, 2, 3, 4);
        assertThat(cases().stream().map(task -> task.samples().n())).contains(1).anyMatch(n -> n > 1);
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
        assertThat(cases()).isEqualTo(cases());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void noReluIsNearItsKinkAndNoneIsWhollyDead(Case task) {
        var chain = new ChainRule(task.network(), task.parameters().rows(Plain::of));
        List<Row> x = Arrays.stream(task.samples().x()).<Row>map(Plain::of).toList();
        List<List<Row>> z = chain.forward(x).z();
        for (int l = 0; l < task.network().depth(); l++) {
            if (task.network().layer(l).activation() instanceof Relu) {
                List<Double> all = z.get(l).stream()
                        .flatMap(row -> Arrays.stream(((Plain) row).values()).boxed())
                        .toList();
                assertThat(all).allMatch(value -> Math.abs(value) >= 0.05);
                assertThat(all).anyMatch(value -> value > 0).anyMatch(value -> value < 0);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void everyLayerHasSomethingToLearn(Case task) {
        LossGradient right = new HandEngine(Compare.parameters(task), 0.1).gradient(Compare.batch(task));
        assertThat(right.loss()).isBetween(0.05, 50.0);
        for (Block block : task.network().blocks()) {
            assertThat(right.gradient().view(block).amaxNumber().doubleValue()).isGreaterThan(5e-3);
        }
    }
}
