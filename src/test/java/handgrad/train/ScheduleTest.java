package handgrad.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The steps at which a run is looked at. */
class ScheduleTest {
    private static LongStream observed(long last) {
        var schedule = new Schedule(last);
        return LongStream.iterate(0, step -> step <= last, schedule::next);
    }

    @Test
    void aShortRunIsSeenAtEveryStep() {
        assertThat(observed(20).toArray())
                .containsExactly(LongStream.rangeClosed(0, 20).toArray());
    }

    /** 0 to 10, then 20 to 90 by tens, 100 to 1,000 by hundreds; and every round(1000 / 100) = 10 in between. */
    @Test
    void aThousandStepsAreSeenByTens() {
        long[] expected = LongStream.concat(
                        LongStream.range(0, 10), LongStream.rangeClosed(1, 100).map(i -> 10 * i))
                .toArray();
        assertThat(observed(1000).toArray()).containsExactly(expected);
    }

    /** The last step is there although it is not round. */
    @Test
    void aHundredThousandAndOne() {
        assertThat(observed(100_001))
                .contains(0L, 1L, 10L, 20L, 90L, 100L, 900L, 1000L, 2000L, 10_000L, 50_000L, 100_000L, 100_001L)
                .doesNotContain(11L, 101L, 1001L, 99_999L);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 9, 10, 11, 99, 100, 101, 137, 999, 1437, 5000, 44_920, 100_001, 1_000_000})
    void beginsAtZeroEndsAtTheLastAndStaysSmall(long last) {
        long[] steps = observed(last).toArray();
        assertThat(steps).startsWith(0, 1).endsWith(last);
        assertThat(steps.length).isLessThanOrEqualTo(300);
    }

    /** The largest of 1, 2, 5 times a power of ten that is not larger. */
    @ParameterizedTest
    @CsvSource({
        "0, 1",
        "1, 1",
        "2, 2",
        "3, 2",
        "4, 2",
        "5, 5",
        "9, 5",
        "10, 10",
        "19, 10",
        "20, 20",
        "49, 20",
        "50, 50",
        "99, 50",
        "100, 100",
        "1000010, 1000000"
    })
    void roundsDown(long value, long expected) {
        assertThat(Schedule.round(value)).isEqualTo(expected);
    }
}
