package handgrad.lab.result;

import static org.assertj.core.api.Assertions.assertThat;

import handgrad.lab.EngineKind;
import handgrad.lab.Experiments;
import handgrad.lab.Workbench;
import handgrad.show.text.Summary;
import handgrad.testing.Runs;
import handgrad.train.Progress;
import handgrad.train.Settings;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whether a network learned is one judgement, whether its gradients are right is another. */
class LearningTest {
    private static Run xor(long seed, int epochs) {
        return Runs.of("xor-cross-entropy", Settings.of(seed, epochs, 0.1, 3), "hand");
    }

    private static Run sine(int epochs, double rate) {
        return Runs.of("learning-rates", Settings.of(1, epochs, rate, 10), "hand");
    }

    @Test
    void allAnswersRightIsLearned() {
        Run run = xor(4, 10_000);
        assertThat(run.learning()).isEqualTo(Learning.LEARNED);
        assertThat(Summary.learning(run))
                .isEqualTo(
                        "The network learned. Loss 2.82378 at the start, 0.00816231 at the end; training accuracy 1.0000.");
    }

    /** Two of four are no better than a constant answer: a skill of (0.5 - 0.5) / (1 - 0.5) = 0. The loss stays near 2 ln 2. */
    @Test
    void aPlateauIsStuckThoughAllGradientsAgree() {
        Run run = xor(1, 10_000);
        assertThat(run.gradientsAtStart().passes()).isTrue();
        assertThat(run.learning()).isEqualTo(Learning.STUCK);
        assertThat(Summary.learning(run))
                .startsWith("The network has not learned and is stuck: ")
                .contains(" Loss 3.00148 at the start, 1.39236 at the end; training accuracy 0.5000.");
    }

    @Test
    void aRunThatEndedTooSoonHasNotLearnedYet() {
        assertThat(Runs.digits(2).learning()).isEqualTo(Learning.STILL_FALLING);
        assertThat(sine(100, 0.01).learning()).isEqualTo(Learning.STILL_FALLING);
    }

    /** R² is the skill of a regression: 0.0015 of a loss is 0.003 of a mean square, of a sine's variance of 1/2. */
    @Test
    void aRegressionIsJudgedByItsVariance() {
        Run run = sine(2_000, 0.1);
        assertThat(run.shown().trainScore()).isGreaterThan(0.99);
        assertThat(run.learning()).isEqualTo(Learning.LEARNED);
    }

    @Test
    void aLossThatGrowsHasDivergedWhetherFiniteOrNot() {
        Run growing = sine(200, 0.5);
        assertThat(growing.shown().loss()).isFinite().isGreaterThan(2 * growing.lossAtStart());
        assertThat(growing.learning()).isEqualTo(Learning.DIVERGED);
        assertThat(Runs.diverging().learning()).isEqualTo(Learning.DIVERGED);
    }

    /** A constant answer is always right on one sample: there the loss tells. */
    @Test
    void oneSampleIsLearnedWhenItsLossIsGone() {
        var settings = Experiments.named("worked-example").defaults();
        assertThat(Runs.of("worked-example", settings.withEpochs(1), "hand").learning())
                .isEqualTo(Learning.STILL_FALLING);
        assertThat(Runs.of("worked-example", settings.withEpochs(1_000), "hand").learning())
                .isEqualTo(Learning.LEARNED);
    }

    /** Without gradients of the biases sign(x) is learned all the same. */
    @Test
    void aWrongGradientMayLearn() {
        var experiment = Experiments.named("sign-faults");
        Run run = Workbench.all(experiment, experiment.defaults(), List.of(EngineKind.HAND)).stream()
                .filter(each -> each.topic().variant().orElseThrow().equals("no bias"))
                .map(each -> each.run(Progress.silent()))
                .findFirst()
                .orElseThrow();
        assertThat(run.verdict()).isEqualTo(Verdict.GRADIENTS_DIFFER);
        assertThat(run.learning()).isEqualTo(Learning.LEARNED);
        assertThat(Summary.learning(run)).startsWith("The network of own learned");
    }
}
