package handgrad.show.trace;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Formulas as books print them. */
class MathTextTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "x[0] * W1[0,1] + b12[0]|x[0] · W1[0,1] + b12[0]",
                "delta2[0]|δ2[0]",
                "dL/dz2[k] * dz2[k]/da1[j]|∂L/∂z2[k] · ∂z2[k]/∂a1[j]",
                "dL/dW2 = a1^T delta2, dL/da1|∂L/∂W2 = a1^T δ2, ∂L/∂a1",
                "dL/dw7, dL/dy[0], dL/db1[2]|∂L/∂w7, ∂L/∂y[0], ∂L/∂b1[2]",
                "(y[0] - t[0])^2 / 2|(y[0] − t[0])² / 2",
                "1 / (1 + exp(-z1[0]))|1 / (1 + exp(−z1[0]))",
                "exp(-(-1.26220))|exp(−(−1.26220))",
                "4.38568e-04 * -3e+12|4.38568·10⁻⁴ · −3·10¹²",
                "-Infinity|−Infinity",
                "sum_k -t[k]|Σₖ −t[k]",
                "half-squared-error, derivatives below add up to dy|half-squared-error, derivatives below add up to dy",
            })
    void isTypeset(String plain, String printed) {
        assertThat(MathText.of(plain)).isEqualTo(printed);
    }

    @Test
    void breaksBeforeTermsOrElseBeforeFactors() {
        assertThat(MathText.breakable("a * b + c / d")).isEqualTo("a\u00A0·\u00A0b +\u00A0c\u00A0/\u00A0d");
        assertThat(MathText.breakable("a * (1 - b)")).isEqualTo("a ·\u00A0(1\u00A0−\u00A0b)");
    }
}
