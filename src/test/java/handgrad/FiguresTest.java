package handgrad;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Random;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How numbers are written for a reader. */
class FiguresTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "-0.0, 0",
        "1, 1",
        "0.25, 0.250000",
        "0.001, 0.00100000",
        "0.00099, 9.90000e-04",
        "-1234.5678, -1234.57",
        "999999, 999999",
        "1000000, 1.00000e+06",
        "37.56385367742645, 37.5639",
        "NaN, NaN",
        "Infinity, Infinity",
        "-Infinity, -Infinity"
    })
    void sixSignificantDigits(double value, String text) {
        assertThat(Figures.of(value)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "1.234e-13, 1.2e-13", "0.5, 5.0e-01", "-2e-300, -2.0e-300", "NaN, NaN", "Infinity, Infinity"})
    void differencesHaveTwoDigitsAndAnExponent(double value, String text) {
        assertThat(Figures.difference(value)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"1, 1.0000", "0.9777777777777777, 0.9778", "0, 0.0000"})
    void sharesHaveFourDecimals(double value, String text) {
        assertThat(Figures.share(value)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"0.123, 0.12 s", "9.99, 9.99 s", "61.7, 62 s"})
    void secondsHaveTheDigitsThatMatter(double value, String text) {
        assertThat(Figures.seconds(value)).isEqualTo(text);
    }

    /** Whatever the size, what is written is the number to six digits. */
    @Test
    void whatIsWrittenReadsBackAsTheNumber() {
        var random = new Random(1);
        for (int i = 0; i < 2000; i++) {
            double value = random.nextGaussian() * Math.pow(10, random.nextInt(41) - 20);
            assertThat(Double.parseDouble(Figures.of(value))).isCloseTo(value, Percentage.withPercentage(6e-4));
        }
    }

    @Test
    void aPointIsAPointInEveryCountry() {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.GERMANY);
        try {
            assertThat(Figures.of(1.5)).isEqualTo("1.50000");
            assertThat(Figures.difference(1.5)).isEqualTo("1.5e+00");
            assertThat(Figures.seconds(1.5)).isEqualTo("1.50 s");
        } finally {
            Locale.setDefault(before);
        }
    }
}
