package handgrad.input.data;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** How answers are scored. */
class TaskTest {
    private static INDArray rows(double[]... rows) {
        return Nd4j.createFromArray(rows);
    }

    /**
     * By NumPy: {@code y = [[1, 2], [2, 2.5], [4, 5]]}, {@code t = [[1.5, 2], [2, 3], [3, 5]]},
     * {@code (1 - ((y - t)**2).sum(0) / ((t - t.mean(0))**2).sum(0)).mean()}.
     */
    @Test
    void valuesAreScoredByTheMeanR2OfTheOutputs() {
        INDArray y = rows(new double[] {1, 2}, new double[] {2, 2.5}, new double[] {4, 5});
        INDArray t = rows(new double[] {1.5, 2}, new double[] {2, 3}, new double[] {3, 5});
        assertThat(Task.values().score(y, t)).isCloseTo(0.4374999999999999, Offset.offset(1e-15));
        assertThat(Task.values().score(t, t)).isEqualTo(1);
    }

    /** Always answering the mean explains nothing. */
    @Test
    void theMeanScoresZero() {
        INDArray t = rows(new double[] {1}, new double[] {2}, new double[] {6});
        assertThat(Task.values().score(t.mul(0).add(3), t)).isZero();
    }

    /** Targets without variance leave nothing to explain: 1 if met, else 0, as scikit-learn has it. */
    @Test
    void constantTargetsAreMetOrNot() {
        INDArray t = rows(new double[] {2}, new double[] {2});
        assertThat(Task.values().score(t, t)).isEqualTo(1);
        assertThat(Task.values().score(t.add(1), t)).isZero();
    }

    @Test
    void anOutputThatIsNotFiniteHasNoScore() {
        INDArray t = rows(new double[] {1}, new double[] {2});
        assertThat(Task.values().score(rows(new double[] {Double.NaN}, new double[] {2}), t))
                .isNaN();
        INDArray constant = rows(new double[] {2}, new double[] {2});
        assertThat(Task.values().score(rows(new double[] {Double.NaN}, new double[] {2}), constant))
                .isNaN();
    }

    @Test
    void classesAreScoredByTheShareOfRightAnswers() {
        INDArray y = rows(new double[] {0.2, 0.8}, new double[] {0.6, 0.4}, new double[] {0.3, 0.7});
        INDArray t = rows(new double[] {0, 1}, new double[] {0, 1}, new double[] {0, 1});
        Task task = Task.numbered(t);
        assertThat(task.classes()).containsExactly("0", "1");
        assertThat(task.score(y, t)).isEqualTo(2 / 3.0);
        assertThat(Task.numbered(t.getColumns(0)).classes())
                .as("one output tells two classes")
                .hasSize(2);
    }
}
