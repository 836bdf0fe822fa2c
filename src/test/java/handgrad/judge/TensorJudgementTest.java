package handgrad.judge;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TensorJudgementTest {
    private static TensorJudgement one(double claimed, double right, double allowed) {
        return TensorJudgement.of(
                "outputs", "y", new double[][] {{claimed}}, new double[][] {{right}}, new double[][] {{allowed}});
    }

    /** Within what is allowed; where anything would be, only what is equal. */
    @ParameterizedTest
    @CsvSource({
        "3, 3, 0, true",
        "3.5, 3, 0.5, true",
        "2.5, 3, 0.5, true",
        "3.5, 3, 0.25, false",
        "3, 3, Infinity, true",
        "3.5, 3, Infinity, false",
        "NaN, 3, Infinity, false",
        "NaN, 3, 1, false",
        "Infinity, 3, 1, false",
        "3, 3, NaN, true",
        "3.5, 3, NaN, false"
    })
    void anEntryPassesWithinWhatIsAllowed(double claimed, double right, double allowed, boolean passes) {
        TensorJudgement judgement = one(claimed, right, allowed);
        assertThat(judgement.passes()).isEqualTo(passes);
        assertThat(judgement.failing()).isEqualTo(passes ? 0 : 1);
        assertThat(judgement.size()).isEqualTo(1);
    }

    /** Off by 0, 4, 2; 8, 1, 0; allowed are 1, 8, 1; 4, 1, 1. So 2 of 1 and 8 of 4 fail, and the first of them is the worst. */
    @Test
    void entriesAreCountedAndTheFurthestOffIsKept() {
        double[][] claimed = {{1, 5, 3}, {9, 2, 1}};
        double[][] right = {{1, 1, 1}, {1, 1, 1}};
        double[][] allowed = {{1, 8, 1}, {4, 1, 1}};
        TensorJudgement judgement = TensorJudgement.of("activations of layer 1", "a1", claimed, right, allowed);
        assertThat(judgement.failing()).isEqualTo(2);
        assertThat(judgement.size()).isEqualTo(6);
        assertThat(judgement.maxAbsoluteError()).isEqualTo(8);
        assertThat(judgement.worst()).isEqualTo(new TensorJudgement.Worst(0, 2, 3, 1));
        assertThat(judgement.entries().get(3)).isEqualTo(new TensorJudgement.Entry(1, 0, 9, 1, 4));
        claimed[1][0] = 9.5;
        assertThat(TensorJudgement.of("activations of layer 1", "a1", claimed, right, allowed)
                        .worst())
                .isEqualTo(new TensorJudgement.Worst(1, 0, 9.5, 1));
        claimed[1][2] = Double.POSITIVE_INFINITY;
        assertThat(TensorJudgement.of("activations of layer 1", "a1", claimed, right, allowed)
                        .worst()
                        .unit())
                .isEqualTo(2);
    }

    @Test
    void whereAllAreEqualTheFirstIsTheWorst() {
        double[][] same = {{2, 3}};
        assertThat(TensorJudgement.of("activations of layer 1", "a1", same, same, new double[1][2])
                        .worst())
                .isEqualTo(new TensorJudgement.Worst(0, 0, 2, 2));
    }
}
