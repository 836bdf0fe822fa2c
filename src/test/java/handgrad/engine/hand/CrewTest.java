package handgrad.engine.hand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Threads that take tasks. */
@Timeout(60)
class CrewTest {
    @ParameterizedTest
    @CsvSource({"1, 5", "2, 1", "2, 2", "2, 7", "8, 3", "8, 100"})
    void everyTaskIsDoneOnce(int threads, int tasks) {
        var crew = new Crew(threads);
        for (int round = 0; round < 2000; round++) {
            var done = new AtomicIntegerArray(tasks);
            var inLane = new AtomicIntegerArray(threads);
            crew.run(
                    (task, lane) -> {
                        assertThat(inLane.incrementAndGet(lane)).isEqualTo(1);
                        done.incrementAndGet(task);
                        inLane.decrementAndGet(lane);
                    },
                    tasks);
            IntStream.range(0, tasks).forEach(task -> assertThat(done.get(task)).isEqualTo(1));
        }
    }

    /** Each of two tasks waits until the other has begun: only two threads can end them. */
    @Test
    void tasksRunAtOnce() {
        var both = new CountDownLatch(2);
        new Crew(2).run((task, lane) -> meet(both), 2);
        assertThat(both.getCount()).isZero();
    }

    private static void meet(CountDownLatch both) {
        both.countDown();
        try {
            assertThat(both.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** In the caller's thread as in another's, and the crew works on afterwards. */
    @Test
    void whatATaskThrowsReachesTheCaller() {
        var crew = new Crew(2);
        for (int thrower = 0; thrower < 2; thrower++) {
            int from = thrower;
            var both = new CountDownLatch(2);
            assertThatThrownBy(() -> crew.run(
                            (task, lane) -> {
                                meet(both);
                                if (lane == from) {
                                    throw new IllegalStateException("lane " + lane);
                                }
                            },
                            2))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("lane " + thrower);
        }
        tasksRunAtOnce();
        var done = new AtomicIntegerArray(4);
        crew.run((task, lane) -> done.incrementAndGet(task), 4);
        IntStream.range(0, 4).forEach(task -> assertThat(done.get(task)).isEqualTo(1));
    }

    /** They keep no program from ending, and end by themselves when there is nothing to do; then others take their place. */
    @Test
    void threadsAreDaemonsAndEnd() throws InterruptedException {
        var crew = new Crew(2);
        for (int time = 0; time < 2; time++) {
            var both = new CountDownLatch(2);
            Thread[] other = new Thread[1];
            crew.run(
                    (task, lane) -> {
                        if (lane == 1) {
                            other[0] = Thread.currentThread();
                        }
                        meet(both);
                    },
                    2);
            assertThat(other[0].isDaemon()).isTrue();
            other[0].join(30_000);
            assertThat(other[0].isAlive()).isFalse();
        }
    }

    @Test
    void anInterruptionIsPassedOn() {
        var both = new CountDownLatch(2);
        new Crew(2)
                .run(
                        (task, lane) -> {
                            meet(both);
                            if (lane == 0) {
                                Thread.currentThread().interrupt();
                            }
                        },
                        2);
        assertThat(Thread.interrupted()).isTrue();
    }
}
