package handgrad.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import handgrad.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Work on several threads gives what one thread gives, in the order in which it was asked for. */
class SideBySideTest {
    @Test
    void oneDoesNotWaitForTheOther() {
        var second = new CountDownLatch(1);
        try (var threads = new SideBySide(2)) {
            Future<Boolean> waiting = threads.begin(() -> second.await(10, TimeUnit.SECONDS));
            Future<Boolean> other = threads.begin(() -> {
                second.countDown();
                return true;
            });
            assertThat(SideBySide.result(waiting)).isTrue();
            assertThat(SideBySide.result(other)).isTrue();
        }
    }

    @Test
    void whoWaitsIsCalledMeanwhile() {
        var called = new AtomicInteger();
        var enough = new CountDownLatch(2);
        try (var threads = new SideBySide(1)) {
            Future<Boolean> work = threads.begin(() -> enough.await(10, TimeUnit.SECONDS));
            SideBySide.result(work, () -> {
                called.incrementAndGet();
                enough.countDown();
            });
        }
        assertThat(called).hasValueGreaterThanOrEqualTo(2);
    }

    @Test
    void whatTheWorkThrowsIsThrown() {
        var complaint = new InputException("wrong");
        var error = new StackOverflowError();
        try (var threads = new SideBySide(1)) {
            assertThatThrownBy(() -> SideBySide.result(threads.begin(() -> {
                        throw complaint;
                    })))
                    .isSameAs(complaint);
            assertThatThrownBy(() -> SideBySide.result(threads.begin(() -> {
                        throw error;
                    })))
                    .isSameAs(error);
        }
    }

    /** The loss pictures say nothing of time either; reports and records do. */
    @Test
    void aStudyOnTwoThreadsIsTheStudyOnOne(@TempDir Path folder) throws IOException {
        assertThat(study("1", folder)).isEqualTo(study("2", folder));
        Path one = folder.resolve("1");
        try (Stream<Path> files = Files.walk(one)) {
            var tables = files.filter(file -> file.toString().endsWith(".csv")
                            || file.getFileName().toString().startsWith("loss"))
                    .toList();
            assertThat(tables).hasSizeGreaterThan(20);
            for (Path table : tables) {
                assertThat(folder.resolve("2").resolve(one.relativize(table))).hasSameBinaryContentAs(table);
            }
        }
    }

    private static String study(String threads, Path folder) {
        Said said = Said.by(
                "run",
                "learning-rates",
                "--epochs",
                "20",
                "--threads",
                threads,
                "--results",
                folder.resolve(threads).toString());
        assertThat(said.exit()).as(said.err()).isZero();
        return said.out().replace(folder.resolve(threads).toString(), "RESULTS");
    }

    /** The first complaint, in the order of the names, whatever another thread has found by then. */
    @Test
    void namesAreVerifiedInTheirOrder(@TempDir Path folder) throws IOException {
        Path missing = folder.resolve("missing.json");
        Path broken = Files.writeString(folder.resolve("broken.json"), "{");
        Said said = Said.by("verify", "computational-graph", missing.toString(), broken.toString());
        assertThat(said.exit()).isEqualTo(2);
        assertThat(said.out()).startsWith("computational-graph: pass");
        assertThat(said.err()).contains("missing.json").doesNotContain("broken.json");
    }
}
