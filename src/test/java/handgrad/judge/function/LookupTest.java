package handgrad.judge.function;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** An embedding: {@code L = sum(up * E[ids])}; each row of E gets the sum of the rows of up whose index names it. */
class LookupTest {
    private static final double[] IDS = {2, 0, 2, 4};
    private static final double[] UP = BatchNorm.normal(new Random(2), 4 * 3);
    private static final List<Tensor> TENSORS = List.of(
            new Tensor("E", List.of(5, 3), BatchNorm.normal(new Random(1), 5 * 3), true),
            new Tensor("ids", List.of(4), IDS, false),
            new Tensor("up", List.of(4, 3), UP, false));

    private static int row(double index) {
        return (int) index;
    }

    private static double loss(List<double[]> values) {
        double sum = 0;
        for (int n = 0; n < 4; n++) {
            for (int d = 0; d < 3; d++) {
                sum += values.get(2)[n * 3 + d] * values.get(0)[row(values.get(1)[n]) * 3 + d];
            }
        }
        return sum;
    }

    private static FunctionJudgement judged(boolean adds) {
        double[] gradient = new double[15];
        for (int i = 0; i < 12; i++) {
            int place = row(IDS[i / 3]) * 3 + i % 3;
            gradient[place] = (adds ? gradient[place] : 0) + UP[i];
        }
        return new FunctionJudge(LookupTest::loss, TENSORS, Format.FLOAT64, Budget.DEFAULT, 1)
                .judge(List.of(gradient), List.of());
    }

    @Test
    void addedUpItIsRight() {
        assertThat(judged(true).passes()).isTrue();
    }

    @Test
    void overwrittenRowsAreToldByTheIndicesThatRepeat() {
        assertThat(Asked.sentences(judged(false)))
                .isEqualTo(
                        "the gradient of 'E' is wrong in just those rows that 'ids' names more than once: contributions are overwritten (=) where they have to be added up (+=)");
    }
}
