package handgrad.cli;

import static org.assertj.core.api.Assertions.assertThat;

import handgrad.show.text.Screen;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Whoever waits is told so after two seconds, and then every ten at most. */
class PaceTest {
    /** Asked every second of a minute: at 2, 12, 22, 32, 42 and 52. */
    @Test
    void firstAfterTwoSecondsThenEveryTen() {
        var clock = new AtomicLong();
        var pace = new Pace(clock::get);
        int[] due = IntStream.range(0, 60)
                .filter(second -> {
                    clock.set(TimeUnit.SECONDS.toNanos(second));
                    return pace.due();
                })
                .toArray();
        assertThat(due).containsExactly(2, 12, 22, 32, 42, 52);
    }

    @Test
    void workThatTakesLongSaysSoAndStopsWithIt() throws InterruptedException {
        var clock = new AtomicLong();
        var pace = new Pace(clock::get);
        clock.set(TimeUnit.SECONDS.toNanos(3));
        var said = new StringWriter();
        try (Working working = Working.on("verifying wide.json", Screen.FILE, pace, pace, new PrintWriter(said))) {
            assertThat(working).isNotNull();
            for (int i = 0; i < 200 && said.toString().isEmpty(); i++) {
                Thread.sleep(20);
            }
        }
        assertThat(said.toString()).isEqualTo("verifying wide.json: 3 s" + System.lineSeparator());
    }
}
