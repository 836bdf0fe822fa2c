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
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * Sweeps on a real standalone cluster, a master and two workers on loopback, from the jars that the launcher gathers: about 240 MB of
 * Spark's, and so only with {@code -Dspark=true}.
 */
@Tag("outside")
@EnabledIfSystemProperty(named = "spark", matches = "true")
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class SparkSweepTest {
    private static final Path HOME = Path.of("").toAbsolutePath();
    private static final Path SPARK = HOME.resolve("target/spark/home");

    @TempDir
    private Path folder;

    private final List<Process> started = new ArrayList<>();

    private record Ended(int exit, String said) {}

    /** What belongs to the cluster and is still there. */
    @AfterEach
    void end() {
        started.forEach(process -> {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        });
    }

    private Process start(String name, Map<String, String> environment, String... command) throws IOException {
        var builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(said(name).toFile());
        builder.environment().putAll(environment);
        Process process = builder.start();
        started.add(process);
        return process;
    }

    private Path said(String name) {
        return folder.resolve(name + ".log");
    }

    private Process sweep(String name, String... more) throws IOException {
        String[] command = Stream.concat(
                        Stream.of(
                                HOME.resolve("handgrad").toString(),
                                "sweep",
                                "xor-cross-entropy",
                                "--seeds",
                                "1..400",
                                "--hidden",
                                "2,3",
                                "--check",
                                "0",
                                "--results",
                                folder.resolve(name).toString()),
                        Stream.of(more))
                .toArray(String[]::new);
        return start(name, Map.of(), command);
    }

    private Ended ended(String name, Process process) throws Exception {
        int exit = process.waitFor();
        return new Ended(exit, Files.readString(said(name)));
    }

    private Path file(String name, String file) {
        return folder.resolve(name).resolve("sweep-xor-cross-entropy").resolve(file);
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private Process spark(String name, String... words) throws IOException {
        String[] command = Stream.concat(
                        Stream.of(
                                Path.of(System.getProperty("java.home"), "bin", "java")
                                        .toString(),
                                "-Xmx512m",
                                "-cp",
                                SPARK.resolve("jars") + "/*"),
                        Stream.of(words))
                .toArray(String[]::new);
        return start(
                name,
                Map.of("SPARK_HOME", SPARK.toString(), "SPARK_LOCAL_IP", "127.0.0.1", "SPARK_SCALA_VERSION", "2.13"),
                command);
    }

    /** A master and two workers of one core each; its address. */
    private String cluster() throws Exception {
        int port = freePort();
        spark(
                "master",
                "org.apache.spark.deploy.master.Master",
                "--host",
                "127.0.0.1",
                "--port",
                "" + port,
                "--webui-port",
                "0");
        for (int tries = 0; !answers(port); tries++) {
            assertThat(tries).as(Files.readString(said("master"))).isLessThan(300);
            TimeUnit.MILLISECONDS.sleep(100);
        }
        String address = "spark://127.0.0.1:" + port;
        for (String worker : List.of("one", "two")) {
            spark(
                    "worker-" + worker,
                    "org.apache.spark.deploy.worker.Worker",
                    "--host",
                    "127.0.0.1",
                    "--cores",
                    "1",
                    "--memory",
                    "1g",
                    "--webui-port",
                    "0",
                    "--work-dir",
                    folder.resolve(worker).toString(),
                    address);
        }
        return address;
    }

    private static boolean answers(int port) {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 200);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    @Test
    void theSameBytesAsHereAlsoWhereAnExecutorIsKilled() throws Exception {
        int closed = freePort();
        // The first command builds what Spark needs.
        Ended refused = ended("refused", sweep("refused", "--master", "spark://127.0.0.1:" + closed));
        assertThat(refused.exit()).as(refused.said()).isEqualTo(2);
        assertThat(refused.said())
                .endsWith(
                        "handgrad: --master spark://127.0.0.1:%d: cannot be reached within 5 s, Connection refused; what is done is kept\n"
                                .formatted(closed));

        Ended here = ended("here", sweep("here"));
        assertThat(here.exit()).as(here.said()).isZero();

        String master = cluster();
        Ended there = ended("there", sweep("there", "--master", master));
        assertThat(there.exit()).as(there.said()).isZero();
        assertThat(file("there", "runs.csv")).hasSameBinaryContentAs(file("here", "runs.csv"));

        Process interfered = sweep("killed", "--master", master);
        assertThat(killsAnExecutor(interfered)).isTrue();
        Ended killed = ended("killed", interfered);
        assertThat(killed.exit()).as(killed.said()).isZero();
        assertThat(file("killed", "runs.csv")).hasSameBinaryContentAs(file("here", "runs.csv"));
    }

    /** As soon as a task of the cluster has brought runs. */
    private boolean killsAnExecutor(Process sweep) throws Exception {
        Path journal = file("killed", "journal.txt");
        while (sweep.isAlive()) {
            // 17 lines of its head, three runs that are timed here, and some of a task.
            if (Files.exists(journal) && Files.readAllLines(journal).size() > 30) {
                return started.stream()
                        .flatMap(Process::descendants)
                        .filter(each -> each.info().commandLine().orElse("").contains("CoarseGrainedExecutorBackend"))
                        .findFirst()
                        .map(ProcessHandle::destroyForcibly)
                        .orElse(false);
            }
            TimeUnit.MILLISECONDS.sleep(50);
        }
        return false;
    }
}
