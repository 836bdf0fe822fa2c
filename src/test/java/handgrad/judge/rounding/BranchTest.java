package handgrad.judge.rounding;

import static org.assertj.core.api.Assertions.assertThat;

import handgrad.network.Network;
import handgrad.network.Precision;
import handgrad.network.Reduction;
import handgrad.network.function.Activation;
import handgrad.network.function.activation.Elu;
import handgrad.network.function.activation.Identity;
import handgrad.network.function.loss.AbsoluteError;
import handgrad.network.number.Plain;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** dL/dz of an output layer along sides that are chosen, with L = |y - t|. */
class BranchTest {
    private static final Plain TARGET = Plain.of(1, 0);
    private static final Rounding DOUBLE = new Rounding(Precision.DOUBLE);

    private static Network network(Activation f) {
        return Network.dense(1, List.of(), 2, f, f, new AbsoluteError(), Reduction.SUM);
    }

    private static List<Kink> kinks(Network network, Plain z) {
        var finder = new Finder(network, Precision.DOUBLE, 0);
        Erring sums = DOUBLE.exact(z.values());
        Erring outputs =
                DOUBLE.exact(((Plain) network.outputLayer().activation().of(z)).values());
        var kinks = new ArrayList<>(finder.ofActivation(0, 0, sums));
        kinks.addAll(finder.ofLoss(0, sums, outputs, DOUBLE.exact(TARGET.values())));
        return kinks;
    }

    private static double[] delta(Network network, Plain z, double... shares) {
        int choices = Finder.choices(network.outputLayer().activation(), z, Precision.DOUBLE);
        return Branch.of(kinks(network, z), shares)
                .outputDelta(network, 0, 0, z, TARGET, choices)
                .orElseThrow();
    }

    /** y = z = t in the first output: the slope there is -1, 1, or what lies between; in the second it is 1. */
    @Test
    void aLossTakesTheSideThatItIsTold() {
        Network network = network(new Identity());
        assertThat(delta(network, Plain.of(1, 5), 0)).containsExactly(-1, 1);
        assertThat(delta(network, Plain.of(1, 5), 1)).containsExactly(1, 1);
        assertThat(delta(network, Plain.of(1, 5), 0.5)).containsExactly(0, 1);
    }

    /**
     * elu(3) makes two choices, the loss a third. At z = 0 the activation has the slope 3 or 1 and y = 0 = t in the second output,
     * where the loss has -1 or 1; in the first z = -1, y - t = 3 (1/e - 1) - 1 is below 0 and the slope is 3/e.
     */
    @Test
    void anActivationAndALossEachTakeTheirOwn() {
        Network network = network(new Elu(3));
        Plain z = Plain.of(-1, 0);
        double other = -3 * Math.exp(-1);
        assertThat(delta(network, z, 0, 0)).containsExactly(other, -3);
        assertThat(delta(network, z, 1, 0)).containsExactly(other, -1);
        assertThat(delta(network, z, 0, 1)).containsExactly(other, 3);
        assertThat(delta(network, z, 1, 1)).containsExactly(other, 1);
    }

    @Test
    void whereNothingIsChosenThereIsNothingToSay() {
        Network network = network(new Identity());
        Plain z = Plain.of(1, 5);
        var branch = Branch.of(kinks(network, z), 1);
        assertThat(branch.outputDelta(network, 0, 1, z, TARGET, 0)).isEmpty();
        assertThat(branch.outputDelta(network, 1, 0, z, TARGET, 0)).isEmpty();
        assertThat(Branch.natural(kinks(network, z)).turns().get(0).share()).isZero();
    }
}
