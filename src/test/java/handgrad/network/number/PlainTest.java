package handgrad.network.number;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlainTest {
    /** {@code z_j = b_j + x_0 W_0j + x_1 W_1j + ...}, rounded from left to right, whatever the number of outputs. */
    @ParameterizedTest
    @CsvSource({"1, 1", "3, 1", "1, 4", "5, 3", "7, 4", "64, 5", "2, 8", "9, 11"})
    void theSumsOfAnAffineMapAreAddedInTheOrderOfTheInputs(int nIn, int nOut) {
        var random = new Random(nIn * 100L + nOut);
        double[] x = random.doubles(nIn, -1, 1).toArray();
        double[] w = random.doubles((long) nIn * nOut, -1, 1).toArray();
        double[] b = random.doubles(nOut, -1, 1).toArray();

        double[] z = Plain.of(x).affine(Plain.of(w), Plain.of(b.clone())).values();

        for (int j = 0; j < nOut; j++) {
            double sum = b[j];
            for (int i = 0; i < nIn; i++) {
                sum += x[i] * w[j * nIn + i];
            }
            assertThat(z[j]).isEqualTo(sum);
        }
    }
}
