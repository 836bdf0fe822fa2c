package handgrad.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * ND4J brings old libraries with known holes under names of its own: Jackson 2.13.3 with SnakeYAML 1.26 and Woodstox 5.1.0, Protocol
 * Buffers 3.21.2, Guava. What a user hands in cannot reach a parser whose classes are never loaded.
 */
class OldLibrariesTest {
    private static final Pattern SHADED = Pattern.compile("org\\.nd4j\\.shade\\.[\\w.$]+");

    /** An interface without code. */
    private static final Set<String> HARMLESS = Set.of("org.nd4j.shade.jackson.core.TreeNode");

    @TempDir
    private Path folder;

    /** A verification, a training on a table and the pages of it, in one process. */
    static final class Child {
        public static void main(String[] args) {
            boolean well = Handgrad.execute("verify", args[0]) == 0
                    && Handgrad.execute("run", "csv", "--epochs", "2", "--results", args[1]) == 0
                    && Handgrad.execute("report", args[1]) == 0;
            System.exit(well ? 0 : 1);
        }
    }

    @Test
    void noParserOfTheirsIsLoaded() throws IOException, InterruptedException {
        Path loaded = folder.resolve("loaded.txt");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Xlog:class+load:file=" + loaded,
                        "-cp",
                        System.getProperty("java.class.path"),
                        Child.class.getName(),
                        "src/test/resources/reference/cases/deep-mixed.json",
                        folder.resolve("results").toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("said.txt").toFile())
                .start();
        assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue())
                .as(Files.readString(folder.resolve("said.txt")))
                .isZero();

        Set<String> shaded = SHADED.matcher(Files.readString(loaded))
                .results()
                .map(MatchResult::group)
                // Guava has the arrays' helpers. Exceptions are loaded because DL4J's methods name them.
                .filter(name -> !name.startsWith("org.nd4j.shade.guava.") && !name.endsWith("Exception"))
                .collect(Collectors.toSet());
        assertThat(Files.readString(loaded)).as("the list is one of classes").contains("org.nd4j.linalg.factory.Nd4j ");
        assertThat(HARMLESS).containsAll(shaded);
    }
}
