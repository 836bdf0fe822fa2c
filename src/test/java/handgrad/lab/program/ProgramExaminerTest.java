package handgrad.lab.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import handgrad.InputException;
import handgrad.input.claim.Case;
import handgrad.input.claim.Claim;
import handgrad.input.program.Answer;
import handgrad.judge.diagnosis.Diagnosis;
import handgrad.judge.reading.Cause;
import handgrad.lab.own.Respondent;
import handgrad.lab.result.Asked;
import handgrad.lab.result.Verification.Judged;
import handgrad.network.Precision;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A program is asked at points of Handgrad's choosing until one mistake is left. */
class ProgramExaminerTest {
    @Test
    void aRightProgramPassesWithEveryAnswer() {
        Asked asked = examined(new Pupil());

        assertThat(asked.passes()).isTrue();
        assertThat(asked.answers()).hasSizeGreaterThanOrEqualTo(4);
        assertThat(asked.calls()).isLessThanOrEqualTo(60);
    }

    @ParameterizedTest
    @EnumSource
    void aSlipIsNamedAloneOnASmallNetwork(Slip slip) {
        Asked asked = examined(new Pupil(slip));

        assertThat(asked.passes()).isFalse();
        assertThat(asked.calls()).isLessThanOrEqualTo(60);
        Judged shown = asked.shown().orElseThrow();
        assertThat(names(shown)).containsExactly(Set.of(slip.named()));
    }

    /** One layer, one unit, one sample: t - y is as wrong there as anywhere. */
    @Test
    void theSmallestNetworkIsShown() {
        Judged shown = examined(new Pupil(Slip.UPHILL)).shown().orElseThrow();

        assertThat(shown.question().network().shape()).isEqualTo("1-1");
        assertThat(shown.question().samples()).isEqualTo(1);
    }

    @Test
    void theSmallestNetworkShowsWhatIsKeptToo() {
        Judged shown = examined(new Pupil(Slip.NOT_RESET)).shown().orElseThrow();

        assertThat(shown.question().network().shape()).isEqualTo("1-1");
    }

    /** The derivative of a hidden layer is missing only where there is one. */
    @Test
    void aNetworkIsNotMadeSmallerThanTheMistake() {
        Judged shown =
                examined(new Pupil(Slip.HIDDEN_DERIVATIVE_MISSING)).shown().orElseThrow();

        assertThat(shown.question().network().shape()).isEqualTo("1-1-1");
    }

    @Test
    void whatIsKeptBetweenCallsIsNamedBesideAWrongGradient() {
        Judged shown = examined(new Pupil(Slip.NOT_RESET, Slip.UPHILL)).shown().orElseThrow();

        assertThat(names(shown)).containsExactly(Set.of(Slip.NOT_RESET.named(), Slip.UPHILL.named()));
    }

    /** The gradients are right, so the three wrong answers are those of the step. */
    @Test
    void aWrongStepIsFoundWhereTheGradientIsRight() {
        Asked asked = examined(new Pupil(Slip.STEP_UPHILL));

        assertThat(asked.wrong()).isEqualTo(3);
        assertThat(asked.inStep()).isTrue();
        assertThat(examined(new Pupil(Slip.UPHILL)).inStep()).isFalse();
    }

    /** A step that is not there is not a wrong one. */
    @Test
    void aMissingStepIsNotWrong() {
        var pupil = new Pupil();
        Respondent withoutStep = new Respondent() {
            @Override
            public Answer<Claim> gradient(Case task) {
                return pupil.gradient(task);
            }

            @Override
            public Answer<Claim> step(Case task) {
                return new Answer.Failed<>("no step yet");
            }

            @Override
            public Respondent again() {
                return this;
            }
        };
        Asked asked = examined(withoutStep);

        assertThat(asked.passes()).isFalse();
        assertThat(asked.inStep()).isFalse();
    }

    @Test
    void aProgramThatBreaksDownKeepsTheVerdictsOnItsAnswers() {
        Asked asked = examined(new Faulty(new Pupil(), 5, "it ended"));

        assertThat(asked.passes()).isFalse();
        assertThat(asked.notes()).contains("it ended");
        assertThat(asked.answers().get(0).passes()).isTrue();
    }

    @Test
    void aProgramThatTakesNothingIsTold() {
        Respondent none = new Respondent() {
            @Override
            public Answer<Claim> gradient(Case task) {
                return new Answer.Unsupported<>("only convolutions");
            }

            @Override
            public Answer<Claim> step(Case task) {
                return gradient(task);
            }

            @Override
            public Respondent again() {
                return this;
            }
        };

        assertThatThrownBy(() -> examined(none))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("pupil: takes none of the networks")
                .hasMessageContaining("only convolutions");
    }

    private static Asked examined(Respondent respondent) {
        return new ProgramExaminer(List.of(), Precision.DOUBLE).examine("pupil", Pupil.CAN, respondent);
    }

    private static List<Set<String>> names(Judged shown) {
        Diagnosis diagnosis = shown.diagnosis().orElseThrow();
        return diagnosis.findings().stream()
                .map(finding -> finding.causes().stream().map(Cause::mistake).collect(Collectors.toSet()))
                .toList();
    }

    /** Breaks down at a call. */
    private static final class Faulty implements Respondent {
        private final Respondent well;
        private final String reason;
        private int left;

        Faulty(Respondent well, int left, String reason) {
            this.well = well;
            this.left = left;
            this.reason = reason;
        }

        @Override
        public Answer<Claim> gradient(Case task) {
            return left-- > 0 ? well.gradient(task) : new Answer.Broken<>(reason);
        }

        @Override
        public Answer<Claim> step(Case task) {
            return well.step(task);
        }

        @Override
        public Respondent again() {
            return this;
        }
    }
}
