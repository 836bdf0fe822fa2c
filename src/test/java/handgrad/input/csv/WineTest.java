package handgrad.input.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import handgrad.input.data.Task;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The wines shipped with the program, beside what is published of them. */
class WineTest {
    private final Table wine = Table.read(Wine.options());

    @Test
    void areThoseOfTheRepository() {
        assertThat(wine.samples()).isEqualTo(Wine.SAMPLES).isEqualTo(178);
        assertThat(wine.features()).isEqualTo(13);
        assertThat(wine.task()).isEqualTo(Task.classes(List.of("cultivar_1", "cultivar_2", "cultivar_3")));
        assertThat(IntStream.range(0, 3)
                        .mapToObj(k -> Arrays.stream(wine.target().values())
                                .filter(each -> each == k)
                                .count()))
                .containsExactly(59L, 71L, 48L);
    }

    /** Of scikit-learn's description of the data: mean and largest value of each measurement. */
    @Test
    void haveThePublishedMeansAndMaxima() {
        double[] means = {13.0006, 2.34, 2.36, 19.5, 99.7, 2.29, 2.03, 0.36, 1.59, 5.1, 0.96, 2.61, 746};
        double[] digits = {5e-5, .01, .01, .05, .05, .01, .005, .005, .005, .05, .005, .005, 1};
        double[] largest = {14.83, 5.80, 3.23, 30.0, 162, 3.88, 5.08, 0.66, 3.58, 13.0, 1.71, 4.00, 1680};
        for (int j = 0; j < 13; j++) {
            int column = j;
            double[] values =
                    Arrays.stream(wine.rows()).mapToDouble(row -> row[column]).toArray();
            assertThat(Arrays.stream(values).average().orElseThrow()).isCloseTo(means[j], within(digits[j]));
            assertThat(Arrays.stream(values).max().orElseThrow()).isEqualTo(largest[j]);
        }
    }
}
