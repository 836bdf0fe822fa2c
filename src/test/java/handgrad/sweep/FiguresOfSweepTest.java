package handgrad.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import handgrad.train.Outcome.Ending;
import java.util.List;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

/** Intervals and levels. */
class FiguresOfSweepTest {
    @Test
    void theIntervalSolvesItsEquation() {
        // Wilson's ends are the p0 with (p - p0)^2 = z^2 p0 (1 - p0) / n.
        double z2 = 1.959963984540054 * 1.959963984540054;
        for (long n : new long[] {1, 7, 40, 2000}) {
            for (long hits = 1; hits < n; hits += 1 + n / 9) {
                Interval interval = Interval.wilson(hits, n);
                double p = (double) hits / n;
                for (double end : new double[] {interval.low(), interval.high()}) {
                    assertThat((p - end) * (p - end)).isCloseTo(z2 * end * (1 - end) / n, within(1e-14));
                }
                assertThat(interval.low()).isLessThan(p);
                assertThat(interval.high()).isGreaterThan(p);
            }
            // No hit: the upper end is z^2 / (n + z^2).
            assertThat(Interval.wilson(0, n).low()).isZero();
            assertThat(Interval.wilson(0, n).high()).isCloseTo(z2 / (n + z2), within(1e-15));
            assertThat(Interval.wilson(n, n).high()).isEqualTo(1);
        }
    }

    @Test
    void lossesWithinOnePercentOfTheNextAreOneLevel() {
        List<Finished> stuck = DoubleStream.of(1.386, 0.69, 1.39, 1.4, 2, 1.395)
                .mapToObj(loss -> new Finished((long) (1000 * loss), loss, 0.5, 1, Ending.COMPLETED, 0))
                .toList();
        assertThat(Level.of(stuck))
                .containsExactly(
                        new Level(4, 1.386, 1.39, 1.4, 1386),
                        new Level(1, 0.69, 0.69, 0.69, 690),
                        new Level(1, 2, 2, 2, 2000));
        assertThat(Level.of(List.of())).isEmpty();
    }
}
