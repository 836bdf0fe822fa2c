package handgrad.spark;

import handgrad.InputException;
import handgrad.sweep.Cluster.Order;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.launcher.JavaModuleOptions;

/** Opens a connection to a cluster, and ships what executors need: the program, its libraries, and a table of the user's. */
final class Contexts {
    /** The jars to ship, as the launcher names them; Spark's own are on the other machines already. */
    private static final String JARS = "handgrad.spark.jars";

    private static final String DATA = "--data=";
    private static final String ONE = "1";

    private Contexts() {}

    static JavaSparkContext open(Order order) {
        try {
            var spark = new JavaSparkContext(configuration(order.master()));
            table(order).ifPresent(file -> spark.addFile(file.toUri().toString()));
            return spark;
        } catch (RuntimeException e) {
            throw new InputException(
                    "--master %s: Spark could not start: %s"
                            .formatted(
                                    order.master(),
                                    String.valueOf(e.getMessage())
                                            .lines()
                                            .findFirst()
                                            .orElse("")),
                    e);
        }
    }

    /** The user's table, where the words name one. */
    private static Optional<Path> table(Order order) {
        return order.words().stream()
                .filter(word -> word.startsWith(DATA))
                .map(word -> Path.of(word.substring(DATA.length())))
                .findFirst();
    }

    /** The same word where the table was shipped to. */
    static String shipped(String word, UnaryOperator<String> place) {
        return word.startsWith(DATA)
                ? DATA
                        + place.apply(Path.of(word.substring(DATA.length()))
                                .getFileName()
                                .toString())
                : word;
    }

    private static SparkConf configuration(String master) {
        SparkConf conf = new SparkConf()
                .setMaster(master)
                .setAppName("handgrad sweep")
                .set("spark.jars", jars())
                .set("spark.ui.enabled", "false")
                .set("spark.ui.showConsoleProgress", "false")
                // An executor that is killed takes its tasks with it: that is no fault of theirs.
                .set("spark.task.maxFailures", "20")
                .set(
                        "spark.executor.extraJavaOptions",
                        "-XX:+UseSerialGC -Dorg.bytedeco.javacpp.maxphysicalbytes=0 -Dorg.slf4j.simpleLogger.defaultLogLevel=error "
                                + JavaModuleOptions.defaultModuleOptions())
                .setExecutorEnv("SD_MAX_THREADS", ONE)
                .setExecutorEnv("SD_MASTER_THREADS", ONE)
                .setExecutorEnv("OMP_NUM_THREADS", ONE)
                .setExecutorEnv("OPENBLAS_NUM_THREADS", ONE);
        // The same kernels everywhere: others round otherwise.
        Optional.ofNullable(System.getenv("OPENBLAS_CORETYPE"))
                .ifPresent(kernel -> conf.setExecutorEnv("OPENBLAS_CORETYPE", kernel));
        if (master.matches("local.*|spark://(localhost|127\\..*)")) {
            conf.set("spark.driver.host", "127.0.0.1").set("spark.driver.bindAddress", "127.0.0.1");
        }
        return conf;
    }

    private static String jars() {
        return Stream.of(System.getProperty(JARS, "").split(File.pathSeparator))
                .filter(jar -> !jar.isEmpty() && Files.isRegularFile(Path.of(jar)))
                .map(jar -> Path.of(jar).toAbsolutePath().toString())
                .collect(Collectors.joining(","));
    }
}
