package handgrad.train.bench;

import java.io.IOException;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where times come from.
 *
 * @param processor its name, or the architecture's where the system does not say
 * @param processors how many
 * @param java name and version of the JVM
 * @param collector the JVM's garbage collectors
 * @param kernel which of its kernels OpenBLAS was told to use, if any: otherwise it chooses by the processor
 */
public record Machine(String processor, int processors, String java, String collector, Optional<String> kernel) {
    /** Asks the running JVM and the system. */
    public static Machine here() {
        return new Machine(
                processor(Path.of("/proc/cpuinfo")),
                Runtime.getRuntime().availableProcessors(),
                System.getProperty("java.vm.name") + " " + System.getProperty("java.vm.version"),
                ManagementFactory.getGarbageCollectorMXBeans().stream()
                        .map(GarbageCollectorMXBean::getName)
                        .collect(Collectors.joining(", ")),
                Optional.ofNullable(System.getenv("OPENBLAS_CORETYPE")));
    }

    /** Linux's file names it, Windows has it in the environment. */
    static String processor(Path cpuinfo) {
        try (Stream<String> lines = Files.lines(cpuinfo)) {
            return lines.filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElseGet(Machine::otherwise);
        } catch (IOException e) {
            return otherwise();
        }
    }

    private static String otherwise() {
        return Optional.ofNullable(System.getenv("PROCESSOR_IDENTIFIER")).orElse(System.getProperty("os.arch"));
    }
}
