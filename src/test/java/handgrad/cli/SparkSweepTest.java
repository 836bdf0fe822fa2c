package handgrad.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * A sweep on a real standalone cluster, a master and two workers on loopback, from the jars that the launcher gathers: about 140 MB of
 * Spark's, and so only with {@code -Dspark=true}.
 */
@Tag("outside")
@EnabledIfSystemProperty(named = "spark", matches = "true")
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class SparkSweepTest {
    private static final Path HOME = Path.of("").toAbsolutePath();
    private static final Path SPARK = HOME.resolve("target/spark/home");
    private static final int RUNS = 600;

    /** The class that an executor is started with. */
    private static final String EXECUTOR = "CoarseGrainedExecutorBackend";

    @TempDir
    private Path folder;

    private final List<Process> started = new ArrayList<>();

    /** What belongs to the cluster and is still there. */
    @AfterEach
    void end() {
        started.forEach(process -> {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        });
    }

    private Process start(String name, Map<String, String> environment, Stream<String> command) throws IOException {
        var builder = new ProcessBuilder(command.toList())
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log(name).toFile());
        builder.environment().putAll(environment);
        Process process = builder.start();
        started.add(process);
        return process;
    }

    private Path log(String name) {
        return folder.resolve(name + ".log");
    }

    private String said(String name) {
        try {
            return Files.readString(log(name));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private void until(String name, BooleanSupplier done) throws InterruptedException {
        for (int tries = 0; !done.getAsBoolean(); tries++) {
            assertThat(tries).as(said(name)).isLessThan(2000);
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }

    /** Of a table whose name is of this folder, where no executor is. */
    private Process sweep(String name, String... more) throws IOException {
        return start(
                name,
                Map.of(),
                Stream.concat(
                        Stream.of(
                                HOME.resolve("handgrad").toString(),
                                "sweep",
                                "csv",
                                "--label",
                                "kind",
                                "--data",
                                "my table #1.csv"),
                        Stream.concat(
                                Stream.of("--seeds", "1.." + RUNS / 2, "--hidden", "2,3", "--epochs", "1000"),
                                Stream.concat(Stream.of("--check", "0", "--results", name), Stream.of(more)))));
    }

    private void ends(String name, Process sweep, int exit) throws InterruptedException {
        assertThat(sweep.waitFor()).as(said(name)).isEqualTo(exit);
    }

    private Path file(String name, String file) {
        return folder.resolve(name).resolve("sweep-csv").resolve(file);
    }

    /** Runs that are kept so far. */
    private long kept(String name) {
        Path journal = file(name, "journal.txt");
        try (Stream<String> lines = Files.exists(journal) ? Files.lines(journal) : Stream.empty()) {
            return lines.dropWhile(line -> !line.isEmpty()).skip(1).count();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static boolean answers(int port) {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 200);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private void spark(String name, String role, String... words) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        start(
                name,
                Map.of("SPARK_HOME", SPARK.toString(), "SPARK_LOCAL_IP", "127.0.0.1", "SPARK_SCALA_VERSION", "2.13"),
                Stream.concat(
                        Stream.of(java, "-Xmx512m", "-XX:+UseSerialGC", "-cp", SPARK.resolve("jars") + "/*"),
                        Stream.concat(
                                Stream.of(
                                        "org.apache.spark.deploy." + role, "--host", "127.0.0.1", "--webui-port", "0"),
                                Stream.of(words))));
    }

    /** A master and two workers of one core each; its address. */
    private String cluster() throws Exception {
        int port = freePort();
        spark("master", "master.Master", "--port", "" + port);
        until("master", () -> answers(port));
        String address = "spark://127.0.0.1:" + port;
        for (String worker : List.of("one", "two")) {
            String work = folder.resolve(worker).toString();
            spark(worker, "worker.Worker", "--cores", "1", "--memory", "1g", "--work-dir", work, address);
        }
        return address;
    }

    @Test
    void theSameBytesAsHereThoughAnExecutorIsKilledAtItsWork() throws Exception {
        Files.write(
                folder.resolve("my table #1.csv"),
                Stream.concat(Stream.of("a,b,kind"), IntStream.range(0, 40).mapToObj(i -> "%d,%d,%s"
                                .formatted(i % 7, i % 5, i % 7 > 3 ? "x" : "y")))
                        .toList());
        int closed = freePort();
        // The first command builds what Spark needs.
        ends("refused", sweep("refused", "--master", "spark://127.0.0.1:" + closed), 2);
        assertThat(said("refused"))
                .endsWith(
                        "handgrad: --master spark://127.0.0.1:%d: cannot be reached within 5 s, Connection refused; what is done is kept\n"
                                .formatted(closed));
        assertThat(kept("refused")).isZero();

        String master = cluster();
        ends("here", sweep("here"), 0);
        Process there = sweep("there", "--master", master);
        // A task has brought what it made; the next are at work.
        until("there", () -> kept("there") > RUNS / 20 || !there.isAlive());
        ProcessHandle executor = executors().findFirst().orElseThrow(() -> new AssertionError(said("there")));
        assertThat(executor.destroyForcibly()).isTrue();
        executor.onExit().get(10, TimeUnit.SECONDS);
        assertThat(kept("there"))
                .as("runs that were done when it had been killed")
                .isLessThan(RUNS * 3 / 4);
        ends("there", there, 0);
        // 128 + 9, as the worker has seen it end; the third executor is the one in its place.
        assertThat(said("one") + said("two")).contains("exitStatus 137").contains("/2 for handgrad sweep");
        assertThat(file("there", "runs.csv")).hasSameBinaryContentAs(file("here", "runs.csv"));
    }

    private Stream<ProcessHandle> executors() {
        return started.stream()
                .flatMap(Process::descendants)
                .filter(each -> each.info().commandLine().orElse("").contains(EXECUTOR));
    }
}
