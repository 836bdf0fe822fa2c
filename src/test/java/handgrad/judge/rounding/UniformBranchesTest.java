package handgrad.judge.rounding;

import static org.assertj.core.api.Assertions.assertThat;

import handgrad.network.Network;
import handgrad.network.Reduction;
import handgrad.network.function.Activation;
import handgrad.network.function.activation.Elu;
import handgrad.network.function.activation.LeakyRelu;
import handgrad.network.function.activation.Relu;
import handgrad.network.function.loss.AbsoluteError;
import handgrad.network.layer.Dense;
import handgrad.network.layer.Layer;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** One share in all kinks of a function: 0, 1 or 1/2, in each combination of functions. */
class UniformBranchesTest {
    private static Network network(Activation... functions) {
        return new Network(
                Stream.of(functions).<Layer>map(f -> new Dense(1, 1, f)).toList(), new AbsoluteError(), Reduction.SUM);
    }

    private static Kink kink(int layer, boolean above, boolean exact) {
        return new Kink(new Kink.Place(0, layer, 0), 0, List.of(), above, exact, 0, 1);
    }

    private static List<List<Double>> shares(Network network, Kink... kinks) {
        return new UniformBranches(network, List.of(kinks))
                .all()
                .map(branch -> branch.turns().stream().map(Branch.Turn::share).toList())
                .toList();
    }

    /** Two layers of one function and a loss; in the second layer z is near its kink only, above it. */
    @Test
    void inAllKinksOfAFunctionOrWhereZIsExactlyOnOne() {
        Network network = network(new Relu(), new Relu());
        List<List<Double>> shares = shares(network, kink(0, false, true), kink(1, true, false), kink(2, false, true));
        var expected = Stream.of(0.0, 1.0, 0.5)
                .flatMap(relu -> Stream.of(0.0, 1.0, 0.5)
                        .flatMap(loss -> Stream.of(List.of(relu, relu, loss), List.of(relu, 1.0, loss))))
                .toList();
        assertThat(shares).hasSize(18).containsExactlyInAnyOrderElementsOf(expected);
    }

    /** 3 * 3 * 3 * 3 combinations of four functions, twice; of five there are too many. */
    @Test
    void ofUpToFourFunctions() {
        Network network = network(new Relu(), new LeakyRelu(0.25), new LeakyRelu(0.5), new Elu(2));
        Kink[] kinks = IntStream.range(0, 5).mapToObj(l -> kink(l, false, true)).toArray(Kink[]::new);
        assertThat(shares(network, kinks[0], kinks[1], kinks[2], kinks[3])).hasSize(162);
        assertThat(shares(network, kinks)).isEmpty();
    }
}
