package handgrad.check;

import static org.assertj.core.api.Assertions.assertThat;

import handgrad.Figures;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The jar for people's tests as it was packed, in a JVM that has nothing else; the page on it shows what comes. */
class CheckJarIT {
    private static final Path PAGE = Path.of("docs/check-in-your-tests.md");

    @TempDir
    private static Path folder;

    private static Path jar;

    @BeforeAll
    static void packed() throws IOException {
        try (Stream<Path> built = Files.list(Path.of("target"))) {
            jar = built.filter(file -> file.toString().endsWith("-check.jar"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    @Test
    void isSmall() throws IOException {
        assertThat(Files.size(jar)).isLessThanOrEqualTo(400_000);
    }

    /** No class of a library is in it, and none of ND4J or DL4J is named by a class that is. */
    @Test
    void holdsNothingButTheJudge() throws IOException {
        try (var open = new JarFile(jar.toFile())) {
            for (JarEntry entry : Collections.list(open.entries())) {
                assertThat(entry.getName())
                        .matches("handgrad/(\\w+|(check|judge|network)/.*)\\.class|META-INF/(services/.*|MANIFEST.MF)");
                assertThat(new String(open.getInputStream(entry).readAllBytes(), StandardCharsets.ISO_8859_1))
                        .as(entry.getName())
                        .doesNotContain("org/nd4j", "org/deeplearning4j");
            }
        }
    }

    /** The first block in Java, and what its failure prints: compiled with JUnit, run with it and the jar alone. */
    @Test
    void pageShowsWhatAFailedTestPrints() throws Exception {
        Files.writeString(folder.resolve("TanhTest.java"), block("java"));
        Files.writeString(folder.resolve("Runner.java"), """
                class Runner {
                    public static void main(String[] args) {
                        try {
                            new TanhTest().gradientIsRight();
                        } catch (AssertionError e) {
                            System.out.println(e);
                        }
                    }
                }
                """);
        String junit = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> entry.matches(".*(junit|apiguardian|opentest4j|jspecify).*\\.jar"))
                .collect(Collectors.joining(File.pathSeparator));
        String path = String.join(File.pathSeparator, jar.toString(), folder.toString(), junit);
        int rc = ToolProvider.getSystemJavaCompiler()
                .run(
                        null,
                        null,
                        null,
                        "-proc:none",
                        "-cp",
                        path,
                        "-d",
                        folder.toString(),
                        folder.resolve("TanhTest.java").toString(),
                        folder.resolve("Runner.java").toString());
        assertThat(rc).isZero();
        assertThat(rounded(run("java", "-cp", path, "Runner")))
                .isEqualTo(rounded(blocks("text").get(0)));
    }

    /** The last bits of a tanh are not the same on every JDK: six digits, and no more than the size of a tolerance. */
    private static String rounded(String text) {
        return Pattern.compile("-?\\d+\\.\\d+(e-?\\d+)?")
                .matcher(text)
                .replaceAll(number -> number.group(1) == null
                        ? Figures.of(Double.parseDouble(number.group()))
                        : "1e%d".formatted(Math.round(Math.log10(Double.parseDouble(number.group())))))
                .replaceAll(" +", " ");
    }

    /** As a person types it. Needs no library at all. */
    @Test
    void pageShowsWhatJshellPrints() throws Exception {
        Path script = folder.resolve("typed.jsh");
        Files.writeString(script, block("jshell") + "/exit\n");
        assertThat(run(
                        "jshell",
                        "-J-Djava.util.prefs.userRoot=" + folder,
                        "--class-path",
                        jar.toString(),
                        "--feedback",
                        "concise",
                        script.toString()))
                .contains(blocks("text").get(1).strip());
    }

    private static String block(String language) throws IOException {
        return blocks(language).get(0);
    }

    private static List<String> blocks(String language) throws IOException {
        return Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(PAGE))
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    private static String run(String tool, String... arguments) throws IOException {
        var command = Stream.concat(
                        Stream.of(Path.of(System.getProperty("java.home"), "bin", tool)
                                .toString()),
                        Arrays.stream(arguments))
                .toList();
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
}
