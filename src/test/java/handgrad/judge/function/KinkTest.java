package handgrad.judge.function;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

/** {@code relu(x) = max(0, x)} has the slopes 0 and 1 at 0. */
class KinkTest {
    private static double relu(double[] x) {
        return Math.max(0, x[0]) + x[1] * x[1];
    }

    private static TensorResult at(double x, double claimed) {
        return Asked.of(KinkTest::relu, new double[] {x, 0.5}, claimed, 1)
                .tensors()
                .get(0);
    }

    @Test
    void bothSlopesAndWhatLiesBetweenPassAtAKink() {
        for (double claimed : new double[] {0, 0.5, 1, 1e-9}) {
            assertThat(at(0, claimed).kinks()).as("claimed %s", claimed).isEqualTo(1);
            assertThat(at(0, claimed).passes()).isTrue();
        }
    }

    @Test
    void whatIsBeyondBothSlopesIsNotAccepted() {
        assertThat(at(0, 1.001).failing()).isEqualTo(1);
        assertThat(at(0, -1.5).failing()).isEqualTo(1);
    }

    /** With several kinks in one place a program may take one from above and another from below: nothing is said. */
    @Test
    void withinTheReachOfBothSlopesNothingIsSaid() {
        TensorResult result = at(0, -0.5);
        assertThat(result.undecided()).isEqualTo(1);
        assertThat(result.failing()).isZero();
    }

    @Test
    void aKinkIsTold() {
        assertThat(Asked.of(KinkTest::relu, new double[] {0, 0.5}, 0, 1).remarks())
                .containsExactly(
                        "1 of 2 entries of 'x' stand at a kink, where the loss has two slopes: either, and what lies between, is accepted");
    }

    /** Beside a kink there is one slope, however near it is. */
    @Test
    void besideAKinkOneSlopeIsRight() {
        for (double distance : new double[] {0.1, 1e-2, 1e-3, 1e-4, 1e-5, 1e-6}) {
            assertThat(at(distance, 1).passes()).as("%s above", distance).isTrue();
            assertThat(at(distance, 0).failing()).as("%s above", distance).isEqualTo(1);
            assertThat(at(-distance, 0).passes()).as("%s below", distance).isTrue();
            assertThat(at(-distance, 1).failing()).as("%s below", distance).isEqualTo(1);
        }
    }

    /** {@code 1e-4 |x - 1e-3| + x}: the kink changes the slope at 0 by little, but by more than what is judged. */
    @Test
    void weakKinksNearbyAreNotTakenForCurvature() {
        ToDoubleFunction<double[]> weak = x -> 1e-4 * Math.abs(x[0] - 1.001) + x[0];
        assertThat(Asked.of(weak, new double[] {1}, 1 - 1e-4).passes()).isTrue();
        assertThat(Asked.of(weak, new double[] {1}, 1).passes()).isFalse();
    }

    /** A dead zone of 1e-5 on either side: from afar both sides have the slope 1, at the point it is 0. */
    @Test
    void flatSpotsAreSeen() {
        ToDoubleFunction<double[]> shrunk = x -> Math.signum(x[0]) * Math.max(0, Math.abs(x[0]) - 1e-5) + x[1];
        assertThat(Asked.of(shrunk, new double[] {0, 1}, 0, 1).passes()).isTrue();
        assertThat(Asked.of(shrunk, new double[] {0, 1}, 1, 1).passes()).isFalse();
    }

    /** At the edge of where a loss is defined, as for sqrt at 0, nothing can be said. */
    @Test
    void atAnEdgeNothingIsSaid() {
        FunctionJudgement judgement = Asked.of(x -> Math.sqrt(x[0]) + x[1], new double[] {0, 1}, 5, 1);
        assertThat(judgement.tensors().get(0).undecided()).isEqualTo(1);
        assertThat(judgement.remarks()).anyMatch(remark -> remark.contains("could not be judged"));
    }
}
