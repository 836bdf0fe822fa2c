package handgrad.judge.rounding;

import static org.assertj.core.api.Assertions.assertThat;

import handgrad.network.Precision;
import handgrad.network.number.Elementary;
import java.util.DoubleSummaryStatistics;
import java.util.function.DoubleSupplier;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

/** Random roundings: never by more than half a unit, to both sides alike, and not at all where nothing is lost. */
class JitterTest {
    private static final double U = 0x1p-52;
    private static final double U_FLOAT = 0x1p-23;

    private final Jitter jitter = new Jitter(1, new Rounding(Precision.DOUBLE));
    private final Jitter single = new Jitter(1, new Rounding(Precision.FLOAT));

    private static DoubleSummaryStatistics many(DoubleSupplier number) {
        return DoubleStream.generate(number).limit(2000).summaryStatistics();
    }

    private static void assertSpread(DoubleSummaryStatistics numbers, double middle, double halfWidth) {
        assertThat(numbers.getMin()).isBetween(middle - 1.01 * halfWidth, middle - 0.9 * halfWidth);
        assertThat(numbers.getMax()).isBetween(middle + 0.9 * halfWidth, middle + 1.01 * halfWidth);
        assertThat(numbers.getAverage()).isBetween(middle - 0.1 * halfWidth, middle + 0.1 * halfWidth);
    }

    @Test
    void goesHalfAUnitToBothSides() {
        assertSpread(many(jitter::next), 0, 0.5);
        // Single precision leaves room to see it in double.
        assertSpread(many(() -> single.rounded(3)), 3, 1.5 * U_FLOAT);
        assertSpread(many(() -> single.rounded(-3)), -3, 1.5 * U_FLOAT);
    }

    @Test
    void whatIsExactStaysAsItIs() {
        assertThat(many(() -> jitter.sum(0.5, -3)).getMin()).isEqualTo(-2.5);
        assertThat(many(() -> jitter.sum(0.5, -3)).getMax()).isEqualTo(-2.5);
        assertThat(many(() -> jitter.product(0.5, -3)).getMin()).isEqualTo(-1.5);
        assertThat(many(() -> jitter.product(0.5, -3)).getMax()).isEqualTo(-1.5);
        assertThat(many(() -> jitter.quotient(3, -2)).getMin()).isEqualTo(-1.5);
        assertThat(many(() -> jitter.quotient(3, -2)).getMax()).isEqualTo(-1.5);
    }

    /** 0.1 has more digits than single precision, but twice that is exact in double. */
    @Test
    void whatIsExactInDoubleStaysAsItIsThere() {
        assertThat(many(() -> jitter.sum(0.1, 0.1)).getMin()).isEqualTo(0.2);
        assertThat(many(() -> jitter.sum(0.1, 0.1)).getMax()).isEqualTo(0.2);
    }

    /** Exact in double precision, and not in single: 2^24 + 1, its product, its half. */
    @Test
    void whatIsExactInDoubleOnlyIsRoundedInSingle() {
        assertSpread(many(() -> single.sum(0x1p24, 1)), 0x1p24 + 1, 1);
        assertSpread(many(() -> single.product(0x1p12 + 1, 0x1p12 + 1)), 0x1p24 + 0x1p13 + 1, 1);
        assertThat(many(() -> single.sum(0x1p24, 2)).getMax()).isEqualTo(0x1p24 + 2);
        assertThat(many(() -> single.quotient(1, 4)).getMin()).isEqualTo(0.25);
        assertSpread(many(() -> single.quotient(1, 3)), 1 / 3.0, U_FLOAT / 6);
    }

    /** At 1 numbers are u apart, and half of that below: two neighbours at least are met, and none further off than one. */
    private static void assertNeighbours(DoubleSupplier number) {
        var numbers = many(number);
        assertThat(numbers.getMax() - numbers.getMin()).isBetween(U, 2 * U);
    }

    @Test
    void whatIsNotExactIsRoundedEitherWay() {
        assertNeighbours(() -> jitter.product(1.1, 1.7));
        assertNeighbours(() -> jitter.quotient(5, 3));
        // The digits that are lost are those of the smaller term, on whichever side it stands.
        assertNeighbours(() -> jitter.sum(1.75, 0x1.23456789abcdep-40));
        assertNeighbours(() -> jitter.sum(0x1.23456789abcdep-40, 1.75));
        assertNeighbours(() -> jitter.sum(-1.75, 0x1.23456789abcdep-40));
    }

    @Test
    void aSumOfWhichATermIsLostIsTheOther() {
        assertThat(many(() -> jitter.sum(1.1, 1e-20)).getMin()).isEqualTo(1.1);
        assertThat(many(() -> jitter.sum(1.1, 1e-20)).getMax()).isEqualTo(1.1);
        assertThat(many(() -> jitter.sum(-1e-20, 1.1)).getMin()).isEqualTo(1.1);
        assertThat(many(() -> jitter.sum(-1e-20, 1.1)).getMax()).isEqualTo(1.1);
    }

    /** A library may err by 8 roundings: 2 of them are taken to either side. */
    @Test
    void aLibraryErrsByAQuarterOfWhatItMay() {
        assertSpread(many(() -> single.ofLibrary(Elementary.EXP, 1)), Math.E, 2 * U_FLOAT * Math.E);
        assertThat(jitter.ofLibrary(Elementary.EXP, 1000)).isInfinite();
    }

    @Test
    void rowsAreRoundedEntryByEntry() {
        double[] rounded = single.rounded(1, 1, 2);
        assertThat(rounded[0]).isNotEqualTo(rounded[1]).isBetween(1 - U_FLOAT, 1 + U_FLOAT);
        assertThat(rounded[2]).isBetween(2 - U_FLOAT, 2 + U_FLOAT);
        assertThat(single.exact(3, 4).value().values()).containsExactly(3, 4);
        assertThat(single.of(single.exact(3).value()).value().value(0)).isNotEqualTo(3);
    }
}
