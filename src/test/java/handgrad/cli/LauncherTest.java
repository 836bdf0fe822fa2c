package handgrad.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The shell script {@code handgrad} in a clone of its own, with stand-ins for Java and Maven that note how they were called. */
class LauncherTest {
    private static final String JAVA = """
        #!/bin/sh
        echo java "$@" >>"$NOTES"
        if [ -n "${WRONG:-}" ]; then echo "$WRONG" >&2; exit 1; fi
        case "$*" in *-XshowSettings*) echo "    java.specification.version = 17" >&2 ;; esac
        """;

    private static final String MAVEN = """
        #!/bin/sh
        echo mvn >>"$NOTES"
        if [ -n "${SLOW:-}" ]; then sleep "$SLOW"; fi
        for each in "$@"; do case $each in -Dbuild.folder=*) folder=${each#*=} ;; esac; done
        echo packed >"$folder/handgrad-1.jar"
        echo "$PWD/pom.xml" >"$folder/classpath.txt"
        """;

    @TempDir
    private Path folder;

    private Path tools;
    private Path notes;

    @BeforeEach
    void standIns() throws IOException {
        assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "a system with a shell");
        tools = Files.createDirectory(folder.resolve("tools"));
        notes = folder.resolve("notes");
        executable(tools.resolve("java"), JAVA);
        executable(tools.resolve("mvn"), MAVEN);
    }

    private static void executable(Path file, String text) throws IOException {
        Files.writeString(file, text);
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }

    private Path cloned(String name) throws IOException {
        Path home = Files.createDirectories(folder.resolve(name));
        Files.createDirectories(home.resolve("src/main"));
        Files.createDirectories(home.resolve("experiments"));
        Files.writeString(home.resolve("pom.xml"), "");
        executable(home.resolve("handgrad"), Files.readString(Path.of("handgrad")));
        return home;
    }

    private Process start(Path in, Map<String, String> environment, String... command) throws IOException {
        var builder = new ProcessBuilder(command).directory(in.toFile()).redirectErrorStream(true);
        builder.environment().remove("JAVA_HOME");
        builder.environment().put("PATH", tools + ":" + System.getenv("PATH"));
        builder.environment().put("NOTES", notes.toString());
        builder.environment().putAll(environment);
        return builder.start();
    }

    private static String ended(Process process, int exit) throws IOException, InterruptedException {
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(said).isEqualTo(exit);
        return said;
    }

    private List<String> notes(String tool) throws IOException {
        return Files.readAllLines(notes).stream()
                .filter(line -> line.startsWith(tool))
                .toList();
    }

    @Test
    void twoAtOnceBuildOnce() throws IOException, InterruptedException {
        Path home = cloned("home");
        Process first = start(home, Map.of("SLOW", "0.5"), "./handgrad", "list");
        Process second = start(home, Map.of("SLOW", "0.5"), "./handgrad", "list");
        ended(first, 0);
        ended(second, 0);
        assertThat(notes("mvn")).hasSize(1);
        assertThat(home.resolve("target/launcher/lock")).doesNotExist();
    }

    /** As a kill leaves it; the number is above what any system gives to a process. */
    @Test
    void theLockOfABuildThatWasKilledIsTakenAway() throws IOException, InterruptedException {
        Path home = cloned("home");
        Path lock = Files.createDirectories(home.resolve("target/launcher/lock"));
        Files.writeString(lock.resolve("pid"), "999999999");
        ended(start(home, Map.of(), "./handgrad", "list"), 0);
        assertThat(notes("mvn")).hasSize(1);
        assertThat(lock).doesNotExist();
    }

    /** Its version, whether it can run the program at all, a tour to remember its classes, then the command; later the command alone. */
    @Test
    void javaIsAskedOnceABuild() throws IOException, InterruptedException {
        Path home = cloned("home");
        ended(start(home, Map.of(), "./handgrad", "list"), 0);
        assertThat(notes("java")).hasSize(4);
        ended(start(home, Map.of(), "./handgrad", "list"), 0);
        assertThat(notes("java")).hasSize(5);
        assertThat(notes("java").get(4)).endsWith("handgrad.cli.Handgrad list");
    }

    /** The stand-in writes an archive as Java does at its end, or ends with an error. */
    @Test
    void classesAreKeptFromOneTour() throws IOException, InterruptedException {
        Path home = cloned("home with spaces");
        ended(start(home, Map.of(), "./handgrad", "list"), 0);
        Path archive = home.resolve("target/launcher/handgrad.jsa");
        assertThat(archive).doesNotExist();
        assertThat(notes("java").get(3)).doesNotContain("SharedArchiveFile");
        executable(tools.resolve("java"), JAVA + """
            for each in "$@"; do case $each in -XX:ArchiveClassesAtExit=*) echo kept >"${each#*=}" ;; esac; done
            """);
        Files.delete(home.resolve("target/launcher/java"));
        ended(start(home, Map.of(), "./handgrad", "list"), 0);
        assertThat(archive).hasContent("kept");
        assertThat(notes("java").get(notes("java").size() - 1)).contains("-XX:SharedArchiveFile=" + archive);
    }

    @Test
    void aJavaThatCannotStartHasASentenceAndCode2() throws IOException, InterruptedException {
        Path home = cloned("home");
        String said = ended(start(home, Map.of("WRONG", "Invalid heap"), "./handgrad", "list"), 2);
        assertThat(said).startsWith("handgrad: Java cannot be started (").contains("Invalid heap");
    }

    @ParameterizedTest
    @ValueSource(strings = {"with spaces", "-dash", "a'quote", "δ-漢字"})
    void aCloneMayHaveAnyNameAndCdpathBeSet(String name) throws IOException, InterruptedException {
        boolean ascii = name.chars().allMatch(c -> c < 128);
        assumeTrue(ascii || "UTF-8".equals(System.getProperty("sun.jnu.encoding")), "a locale with all alphabets");
        Path home = cloned(name);
        Map<String, String> environment = Map.of("CDPATH", folder.toString(), "LC_ALL", "C");
        ended(start(folder, environment, "sh", "./" + name + "/handgrad", "list"), 0);
        assertThat(notes("java").get(2)).contains("-cp " + home + "/target/launcher/handgrad-1.jar:");
    }

    @Test
    void aCloneWithAColonInItsNameIsRefused() throws IOException, InterruptedException {
        Path home = cloned("a:b");
        assertThat(ended(start(home, Map.of(), "./handgrad", "list"), 2)).startsWith("handgrad: its folder has ':'");
    }
}
