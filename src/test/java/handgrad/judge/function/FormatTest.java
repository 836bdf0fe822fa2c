package handgrad.judge.function;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** IEEE 754's binary formats, and bfloat16: the upper half of a float32. */
class FormatTest {
    @Test
    void limitsAreThoseOfTheStandard() {
        assertThat(Format.FLOAT64.epsilon()).isEqualTo(Math.ulp(1.0));
        assertThat(Format.FLOAT64.largest()).isEqualTo(Double.MAX_VALUE);
        assertThat(Format.FLOAT64.smallestNormal()).isEqualTo(Double.MIN_NORMAL);
        assertThat(Format.FLOAT32.epsilon()).isEqualTo(Math.ulp(1f));
        assertThat(Format.FLOAT32.largest()).isEqualTo(Float.MAX_VALUE);
        assertThat(Format.FLOAT32.smallestNormal()).isEqualTo(Float.MIN_NORMAL);
        assertThat(Format.FLOAT16.epsilon()).isEqualTo(1.0 / 1024);
        assertThat(Format.FLOAT16.largest()).isEqualTo(65504);
        assertThat(Format.FLOAT16.smallestNormal()).isEqualTo(Math.scalb(1.0, -14));
        assertThat(Format.BFLOAT16.epsilon()).isEqualTo(1.0 / 128);
        assertThat(Format.BFLOAT16.largest()).isEqualTo((double) Float.intBitsToFloat(0x7F7F0000));
        assertThat(Format.BFLOAT16.smallestNormal()).isEqualTo(Float.MIN_NORMAL);
        assertThat(Format.BFLOAT16.id()).isEqualTo("bfloat16");
    }

    @Test
    void roundingToFloat32IsJavasOwn() {
        var random = new Random(4);
        for (int i = 0; i < 2000; i++) {
            double value = random.nextGaussian() * Math.scalb(1.0, random.nextInt(300) - 160);
            assertThat(Format.FLOAT32.round(value)).isEqualTo((double) (float) value);
        }
    }

    @Test
    void halvesGoToTheEvenNeighbour() {
        assertThat(Format.FLOAT16.round(1 + 1.0 / 2048)).isEqualTo(1);
        assertThat(Format.FLOAT16.round(1 + 3.0 / 2048)).isEqualTo(1 + 2.0 / 1024);
        assertThat(Format.FLOAT16.round(65520)).isInfinite();
        assertThat(Format.FLOAT16.round(65519)).isEqualTo(65504);
        assertThat(Format.FLOAT16.round(Math.scalb(1.0, -24)))
                .as("the least of all")
                .isEqualTo(Math.scalb(1.0, -24));
        assertThat(Format.BFLOAT16.round(3.14159)).isEqualTo(3.140625);
        assertThat(Format.FLOAT64.round(0.1)).isEqualTo(0.1);
        assertThat(Format.FLOAT32.round(Double.NaN)).isNaN();
    }
}
