package handgrad.input.userclass;

import static org.assertj.core.api.Assertions.assertThat;

import handgrad.InputException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who ends a program, somebody's class or the program itself: each in a process of its own. */
class EndingTest {
    @TempDir
    private Path folder;

    /** A program that makes an object of a class within a limit, and ends with code 3 after a pause. */
    static final class Child {
        public static void main(String[] args) throws InterruptedException {
            try {
                JavaSource.load(Path.of(args[0]), Duration.ofMillis(Long.parseLong(args[1])));
            } catch (InputException e) {
                System.err.println(e.getMessage());
            }
            Thread.sleep(Long.parseLong(args[2]));
            System.out.println("answer");
            System.exit(3);
        }
    }

    private record Ended(int exit, String out, String err) {}

    /** @param members of a class {@code Mine}, from line 11 on */
    private Ended child(long limit, long pause, String members) throws IOException, InterruptedException {
        Path out = folder.resolve("out");
        Path err = folder.resolve("err");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Child.class.getName(),
                        Sources.members(folder, members).toString(),
                        String.valueOf(limit),
                        String.valueOf(pause))
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return new Ended(process.exitValue(), text(out), text(err));
    }

    private static String text(Path file) throws IOException {
        return Files.readString(file, StandardCharsets.UTF_8);
    }

    @Test
    void aClassThatEndsTheProgramFailsIt() throws Exception {
        assertThat(child(20_000, 0, "static {\nSystem.exit(0);\n}"))
                .isEqualTo(new Ended(
                        2,
                        "",
                        "handgrad: Mine.java, line 12: the class ended the program, expected it to return"
                                + System.lineSeparator()));
    }

    @Test
    void soDoesAThreadThatItHasStarted() throws Exception {
        Ended ended = child(20_000, 20_000, """
            public Mine() {
                var exit = new Thread(() -> {
                    try { Thread.sleep(200); } catch (InterruptedException e) {}
                    Runtime.getRuntime().exit(0);
                });
                exit.start();
            }
            """);
        assertThat(ended.exit()).isEqualTo(2);
        assertThat(ended.err()).contains("Mine.java, line 14: the class ended the program");
    }

    @Test
    void soDoesOneWhoseTimeIsOver() throws Exception {
        Ended ended = child(500, 20_000, """
            public Mine() {
                for (long begin = System.nanoTime(); System.nanoTime() - begin < 1_500_000_000L; ) {
                    Thread.onSpinWait();
                }
                System.exit(0);
            }
            """);
        assertThat(ended.exit()).isEqualTo(2);
        assertThat(ended.err())
                .contains("gave no answer within 0.5 s", "Mine.java, line 15: the class ended the program");
    }

    @Test
    void aProgramThatEndsByItselfKeepsItsCodeWhileAClassStillRuns() throws Exception {
        Ended ended = child(500, 0, "public Mine() {\nwhile (true) {\nSystem.out.print(' '); } }");
        assertThat(ended.exit()).isEqualTo(3);
        assertThat(ended.out()).isEqualTo("answer" + System.lineSeparator());
        assertThat(ended.err()).contains("gave no answer within 0.5 s").doesNotContain("ended the program");
    }
}
