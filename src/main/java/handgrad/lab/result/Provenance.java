package handgrad.lab.result;

import handgrad.engine.Threads;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Where a result comes from: the program, its libraries, the machine.
 *
 * @param jvmOptions without those that only name places on this machine
 * @param blasKernel that OpenBLAS was told to use, if any: otherwise it chooses by the processor; another one rounds otherwise
 * @param threads that the hand engine may share a step among; how many changes no bit
 * @param blasThreads that BLAS may use
 * @param nd4jThreads for which ND4J divides its sums
 */
public record Provenance(
        String handgrad,
        String commit,
        String dl4j,
        String tablesaw,
        String java,
        String jvm,
        List<String> jvmOptions,
        String os,
        int processors,
        String blas,
        Optional<String> blasKernel,
        int threads,
        int blasThreads,
        int nd4jThreads,
        String time) {
    private static final List<String> PLACES = List.of("-Dhandgrad.", "-XX:SharedArchiveFile=", "-Xlog:");

    /** Of what is computed on one thread. */
    public static Provenance collect() {
        return collect(1);
    }

    /**
     * Asks the running program, which is set up for a training by now; loads ND4J.
     *
     * @param threads that the hand engine may share a step among
     */
    public static Provenance collect(int threads) {
        Properties versions = versions();
        Properties nd4j = Nd4j.getExecutioner().getEnvironmentInformation();
        return new Provenance(
                versions.getProperty("handgrad"),
                versions.getProperty("commit"),
                versions.getProperty("dl4j"),
                versions.getProperty("tablesaw"),
                System.getProperty("java.version"),
                System.getProperty("java.vm.name") + " " + System.getProperty("java.vm.version"),
                settings(ManagementFactory.getRuntimeMXBean().getInputArguments()),
                "%s %s %s"
                        .formatted(
                                System.getProperty("os.name"),
                                System.getProperty("os.version"),
                                System.getProperty("os.arch")),
                Runtime.getRuntime().availableProcessors(),
                String.valueOf(nd4j.get("blas.vendor")),
                Optional.ofNullable(System.getenv("OPENBLAS_CORETYPE")),
                threads,
                Threads.ofBlas(),
                Threads.ofSums(),
                Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
    }

    /** Those of a JVM's options that may matter to a result: not where on this machine the launcher keeps its build, or what is logged. */
    static List<String> settings(List<String> options) {
        return options.stream()
                .filter(option -> PLACES.stream().noneMatch(option::startsWith))
                .toList();
    }

    /** The versions that the build wrote down. */
    public static Properties versions() {
        try (InputStream stream = Provenance.class.getResourceAsStream("/handgrad/versions.properties")) {
            var versions = new Properties();
            versions.load(stream);
            // Where the sources came without their history the build leaves the placeholder as it stands.
            versions.computeIfPresent("commit", (key, value) -> value.toString().startsWith("$") ? "unknown" : value);
            return versions;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the versions shipped with the program", e);
        }
    }
}
