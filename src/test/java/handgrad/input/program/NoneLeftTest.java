package handgrad.input.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** No process outlives its program: not one that takes no notice, not one that it started, not at Ctrl-C. */
@EnabledOnOs({OS.LINUX, OS.MAC})
class NoneLeftTest {
    /** Takes no notice of SIGTERM, and starts a child that holds its output. */
    private static final String STUBBORN = """
            trap '' TERM INT HUP
            echo $$ >> '%1$s'
            sh -c "trap '' TERM; echo \\$\\$ >> '%1$s'; while :; do sleep 1; done" &
            """;

    @TempDir
    private Path folder;

    private Path pids() {
        return folder.resolve("pids");
    }

    private Scripts.Started start(String lines) throws IOException {
        return new Scripts(folder).start(STUBBORN.formatted(pids()) + lines, Scripts.SHORT);
    }

    private List<Long> written(int count) throws IOException, InterruptedException {
        for (int i = 0; i < 100; i++) {
            List<Long> pids = Files.exists(pids())
                    ? Files.readAllLines(pids()).stream().map(Long::valueOf).toList()
                    : List.of();
            if (pids.size() >= count) {
                return pids;
            }
            Thread.sleep(20);
        }
        throw new AssertionError("expected %d processes to say who they are".formatted(count));
    }

    /** One that has ended and waits for its parent has no command any more. */
    private static boolean runs(long pid) {
        return ProcessHandle.of(pid).flatMap(handle -> handle.info().command()).isPresent();
    }

    private void assertNoneLeft(List<Long> pids) throws InterruptedException {
        for (int i = 0; i < 50 && pids.stream().anyMatch(NoneLeftTest::runs); i++) {
            Thread.sleep(10);
        }
        assertThat(pids).noneMatch(NoneLeftTest::runs);
    }

    @Test
    void neitherOneThatTakesNoNoticeNorItsChildren() throws Exception {
        List<Long> pids;
        try (var started = start(Scripts.INTRODUCED + "while :; do sleep 1; done\n")) {
            pids = written(2);
            assertThat(pids).allMatch(NoneLeftTest::runs);
            assertThat(started.program().tool()).isEqualTo("mine");
        }
        assertNoneLeft(pids);
    }

    @Test
    void norOneThatDidNotAnswer() throws Exception {
        try (var started = start(Scripts.INTRODUCED + "while :; do sleep 1; done\n")) {
            List<Long> pids = written(2);
            assertThat(started.program().loss(new Scripts(folder).task())).isInstanceOf(Answer.Broken.class);
            assertNoneLeft(pids);
        }
    }

    /** Where environments can be read. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void norAChildWhoseParentHasEnded() throws Exception {
        List<Long> pids;
        try (var started = start(Scripts.INTRODUCED + "read line; exit 3\n")) {
            pids = written(2);
            assertThat(started.program().loss(new Scripts(folder).task())).isInstanceOf(Answer.Broken.class);
        }
        assertNoneLeft(pids);
    }

    @Test
    void aProgramThatEndsWhenItsInputDoesIsGivenTheTime() throws Exception {
        String script = Scripts.INTRODUCED + "cat > /dev/null; sleep 0.1; echo bye > '%s'\n";
        Path bye = folder.resolve("bye");
        new Scripts(folder).start(script.formatted(bye)).close();
        assertThat(bye).hasContent("bye");
    }

    /** A program that asks another, and never ends. */
    static final class Asking {
        public static void main(String[] args) throws InterruptedException {
            Program.start(args[0], Limits.DEFAULT, System.err::println);
            Thread.sleep(60_000);
        }
    }

    @Test
    void norAtCtrlC() throws Exception {
        String command = new Scripts(folder).command(STUBBORN.formatted(pids()) + Scripts.INTRODUCED + "sleep 60\n");
        Process asking = new ProcessBuilder(Stream.of(
                                Path.of(System.getProperty("java.home"), "bin", "java")
                                        .toString(),
                                "-XX:+UseSerialGC",
                                "-XX:TieredStopAtLevel=1",
                                "-cp",
                                System.getProperty("java.class.path"),
                                Asking.class.getName(),
                                command)
                        .toList())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("out").toFile())
                .start();
        List<Long> pids = written(2);
        // What a terminal sends is SIGINT; both end in the same shutdown.
        asking.destroy();
        assertThat(asking.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertNoneLeft(pids);
    }
}
