package handgrad.input.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.factory.Nd4j;

/** From outputs to classes. */
class AnswersTest {
    /** True classes 0, 1, 1, 2, 2; answered 0, 1, 2, 2, none. */
    @Test
    void confusionCountsAnswersByTrueClass() {
        var truth = new Answers(List.of(0, 1, 1, 2, 2));
        var answers = new Answers(List.of(0, 1, 2, 2, Answers.NONE));
        assertThat(answers.confusion(truth, 3)).containsExactly(List.of(1, 0, 0), List.of(0, 1, 1), List.of(0, 0, 1));
    }

    private static Answers answers(double[]... outputs) {
        return Answers.of(Nd4j.createFromArray(outputs));
    }

    @Test
    void oneOutputAnswersOneFromAHalfOn() {
        double below = Math.nextDown(0.5);
        assertThat(answers(new double[] {0}, new double[] {below}, new double[] {0.5}, new double[] {1})
                        .classes())
                .containsExactly(0, 0, 1, 1);
    }

    @Test
    void severalOutputsAnswerTheLargest() {
        assertThat(answers(new double[] {0.1, 0.7, 0.2}, new double[] {-3, -2, -1}, new double[] {9, 0, 0})
                        .classes())
                .containsExactly(1, 2, 0);
    }

    /** As NumPy's argmax. */
    @Test
    void ofEqualsTheFirstIsTheAnswer() {
        assertThat(answers(new double[] {0.4, 0.4, 0.2}, new double[] {0, 1, 1}).classes())
                .containsExactly(0, 1);
    }

    @Test
    void anOutputThatIsNotFiniteIsNoAnswer() {
        double[] nan = {0.1, Double.NaN, 0.3};
        double[] infinite = {Double.POSITIVE_INFINITY, 0, 0};
        assertThat(answers(nan, infinite).classes()).containsExactly(Answers.NONE, Answers.NONE);
        assertThat(answers(new double[] {Double.NaN}).classes()).containsExactly(Answers.NONE);
    }

    @Test
    void noAnswerIsNeverRight() {
        Answers lost = answers(new double[] {Double.NaN}, new double[] {Double.NaN});
        assertThat(lost.accuracy(new Answers(List.of(0, 1)))).isZero();
    }

    @Test
    void accuracyIsTheShareOfRightAnswers() {
        var truth = new Answers(List.of(0, 1, 2, 3));
        assertThat(new Answers(List.of(0, 1, 2, 3)).accuracy(truth)).isEqualTo(1);
        assertThat(new Answers(List.of(0, 1, 2, 0)).accuracy(truth)).isEqualTo(0.75);
        assertThat(new Answers(List.of(3, 2, 1, 0)).accuracy(truth)).isZero();
    }

    @Test
    void differingCountsSamplesNotClasses() {
        var some = new Answers(List.of(0, 0, 1, 9));
        assertThat(some.differing(new Answers(List.of(0, 1, 1, 8)))).isEqualTo(2);
        assertThat(some.differing(some)).isZero();
    }
}
