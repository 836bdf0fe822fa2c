package handgrad.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/**
 * The starters of {@code handgrad new} with something filled in: the right backward pass, or one with a planted mistake. The texts
 * are in {@code handgrad/cli/starters/<language>} of the test resources: one that begins with {@code @@ text} stands for the one
 * line that contains this text, beside the right backward pass; any other stands for the comment that begins with TODO.
 */
public enum PlantedStarter {
    PYTHON(".py", "python3", "-c", "import numpy"),
    JAVASCRIPT(".js", "node", "--version"),
    CPP(".cpp", "g++", "--version"),
    JAVA(".java", Path.of(System.getProperty("java.home"), "bin", "java").toString(), "--version"),
    RUST(".rs", "rustc", "--version");

    private static final String FOLDER = "/handgrad/cli/starters/";

    private final String ending;
    private final String tool;
    private final String probe;

    /**
     * @param tool that runs or compiles it
     * @param probe what the tool is asked, a word a line, to see whether it is there
     */
    PlantedStarter(String ending, String tool, String... probe) {
        this.ending = ending;
        this.tool = tool;
        this.probe = String.join("\n", probe);
    }

    /** Skips the test, saying so, on a machine that lacks the language. */
    public void assumeInstalled() {
        var command = new ArrayList<>(List.of(tool));
        command.addAll(probe.lines().toList());
        assumeTrue(ends(command), () -> "skipped: '%s' does not work on this machine"
                .formatted(String.join(" ", command)));
    }

    /** As it is written, under the name {@code Mine}. */
    public String fresh() {
        return resource("starter" + ending).replace("NAME", "Mine");
    }

    /** With a text filled in: {@code right}, or one of those that {@code mistakes.json} lists. */
    public String filled(String text) {
        String body = body(text);
        if (!body.startsWith("@@ ")) {
            return withBackwardPass(body);
        }
        String[] parts = body.split("\n", 2);
        List<String> lines = withBackwardPass(body("right")).lines().toList();
        String anchor = parts[0].substring("@@ ".length());
        int[] found = IntStream.range(0, lines.size())
                .filter(i -> lines.get(i).contains(anchor))
                .toArray();
        assertThat(found).as(anchor).hasSize(1);
        return replaced(lines, found[0], found[0] + 1, parts[1]);
    }

    /** The command that runs a source, compiled where it has to be. */
    public List<String> command(Path folder, String source) throws IOException {
        Path file = Files.writeString(folder.resolve("Mine" + ending), source);
        if (this == JAVA) {
            // By the first compiler only: it lives for a moment.
            return List.of(tool, "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", file.toString());
        }
        if (this != CPP && this != RUST) {
            return List.of(tool, file.toString());
        }
        String binary = folder.resolve("mine").toString();
        assertThat(ends(List.of(tool, "-o", binary, file.toString())))
                .as("compiles")
                .isTrue();
        return List.of(binary);
    }

    private String withBackwardPass(String body) {
        List<String> lines = fresh().lines().toList();
        int start = 0;
        while (!lines.get(start).contains("TODO")) {
            start++;
        }
        int end = start;
        while (lines.get(end).strip().matches("(//|#).*")) {
            end++;
        }
        return replaced(lines, start, end, body);
    }

    private static String replaced(List<String> lines, int start, int end, String text) {
        var all = new ArrayList<>(lines.subList(0, start));
        all.add(text.stripTrailing());
        all.addAll(lines.subList(end, lines.size()));
        return String.join("\n", all) + "\n";
    }

    /** Whether a text is among those of this language. */
    public boolean has(String text) {
        return PlantedStarter.class.getResource(FOLDER + file(text)) != null;
    }

    private String body(String text) {
        return resource(file(text));
    }

    private String file(String text) {
        return "%s/%s.txt".formatted(name().toLowerCase(Locale.ROOT), text);
    }

    private static String resource(String name) {
        try (InputStream in = PlantedStarter.class.getResourceAsStream(FOLDER + name)) {
            assertThat(in).as(name).isNotNull();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether a command can be started and ends well. */
    private static boolean ends(List<String> command) {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            boolean ended = process.waitFor(60, TimeUnit.SECONDS);
            process.destroyForcibly();
            return ended && process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
