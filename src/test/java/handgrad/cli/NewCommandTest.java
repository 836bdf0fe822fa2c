package handgrad.cli;

import static org.assertj.core.api.Assertions.assertThat;

import handgrad.input.claim.Case;
import handgrad.input.claim.StandardCases;
import handgrad.input.userclass.JavaSource;
import handgrad.input.userclass.UserClass;
import handgrad.input.userclass.UserOutcome;
import handgrad.input.userclass.UserRun;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** The skeleton and where it goes. */
class NewCommandTest {
    @TempDir
    private Path folder;

    private final StringWriter printed = new StringWriter();

    /** Runs the command; what it says goes to {@link #printed}, an exception's message included. */
    private int run(String name, Path dir) {
        return new CommandLine(new NewCommand())
                .setOut(new PrintWriter(printed))
                .setExecutionExceptionHandler((e, command, parsed) -> {
                    printed.write(e.getMessage());
                    return CommandLine.ExitCode.USAGE;
                })
                .execute(name, "--dir", dir.toString());
    }

    @Test
    void theSkeletonCompilesAndReturnsZerosWhereItAnswers() {
        assertThat(run("MyOwn", folder)).isZero();
        UserClass user = JavaSource.load(folder.resolve("MyOwn.java"), UserRun.LIMIT);
        assertThat(user.name()).isEqualTo("MyOwn");
        var answered = new ArrayList<String>();
        for (Case task : StandardCases.all()) {
            UserOutcome outcome = UserRun.of(user, task, UserRun.LIMIT);
            if (outcome instanceof UserOutcome.Claimed claimed) {
                answered.add(task.name());
                assertThat(claimed.claim().gradient().values())
                        .hasSize(task.network().size())
                        .containsOnly(0);
            } else {
                assertThat(outcome.toString()).startsWith("Skipped[reason=only ");
            }
        }
        assertThat(answered)
                .containsExactly("half-squared-error-sigmoid-mean-2-3-1", "half-squared-error-sigmoid-sum-3-4-4-2");
    }

    @Test
    void theNextCommandIsNamed() {
        run("MyOwn", folder);
        assertThat(printed.toString())
                .startsWith("Wrote " + folder.resolve("MyOwn.java"))
                .contains("./handgrad verify " + folder.resolve("MyOwn.java"));
    }

    /** What is said to be typed next, with the folder where DIR stands. */
    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', textBlock = """
            mine.py,   ./handgrad verify --program "python3 DIR/mine.py"
            mine.js,   ./handgrad verify --program "node DIR/mine.js"
            mine.cpp,  g++ -O2 -o DIR/mine DIR/mine.cpp | ./handgrad verify --program "DIR/mine"
            mine.java, ./handgrad verify --program "java DIR/mine.java"
            mine.rs,   rustc -O -o DIR/mine DIR/mine.rs | ./handgrad verify --program "DIR/mine"
            """)
    void anEndingAsksForAProgram(String name, String commands) {
        assertThat(run(name, folder)).isZero();
        assertThat(printed.toString().lines().skip(2).map(String::strip))
                .containsExactly(commands.replace("DIR", folder.toString()).split(" [|] "));
        assertThat(folder.resolve(name)).content().contains("mine", "TODO").doesNotContain("NAME");
    }

    /** A bare name would be looked for on the PATH, and a blank ends a word. */
    @Test
    void commandsFindTheirFiles() {
        assertThat(Starter.CPP.commands(Path.of("mine.cpp"), "mine"))
                .containsExactly("g++ -O2 -o ./mine mine.cpp", "./handgrad verify --program \"./mine\"");
        assertThat(Starter.PYTHON.commands(Path.of("my files/mine.py"), "mine"))
                .containsExactly("./handgrad verify --program \"python3 'my files/mine.py'\"");
    }

    @Test
    void anEndingThatIsNotKnown() {
        assertThat(run("mine.jsx", folder)).isEqualTo(2);
        assertThat(printed.toString())
                .isEqualTo("unknown ending '.jsx': did you mean '.js'? (valid: .py, .js, .cpp, .java, .rs)");
        assertThat(folder).isEmptyDirectory();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b.py", "a/b.js", ".rs", "1.cpp"})
    void whatIsNoNameOfAProgram(String name) {
        assertThat(run(name, folder)).isEqualTo(2);
        assertThat(printed.toString())
                .isEqualTo("'%s': expected a name of letters, digits, _ and -, such as mine%s"
                        .formatted(name, name.substring(name.indexOf('.'))));
    }

    /** Python would import the file itself in the place of the module. */
    @ParameterizedTest
    @ValueSource(strings = {"json.py", "numpy.py", "Layer.java"})
    void aNameThatAProgramUses(String name) {
        assertThat(run(name, folder)).isEqualTo(2);
        assertThat(printed.toString())
                .startsWith("'%s': the ".formatted(name))
                .endsWith(" uses this name itself, expected another");
    }

    @Test
    void theHelpSaysEveryEnding() {
        String help = new CommandLine(new NewCommand()).getUsageMessage();
        assertThat(help).contains("(.py)", "(.js)", "(.cpp)", "(.java)", "(.rs)");
        assertThat(Starter.values()).hasSize(6);
    }

    @Test
    void theFolderIsMadeAndHoldsNothingElse() throws IOException {
        assertThat(run("MyOwn", folder.resolve("a/b"))).isZero();
        assertThat(folder.resolve("a/b").toFile().list()).containsExactly("MyOwn.java");
        assertThat(Files.readString(folder.resolve("a/b/MyOwn.java")))
                .contains("public final class MyOwn implements HandGradient")
                .doesNotContain("NAME");
    }

    @Test
    void nothingIsOverwritten() throws IOException {
        Path file = Files.writeString(folder.resolve("MyOwn.java"), "mine");
        assertThat(run("MyOwn", folder)).isEqualTo(2);
        assertThat(printed.toString()).isEqualTo(file + ": exists already, expected a name that is free");
        assertThat(file).hasContent("mine");
        assertThat(Arrays.asList(folder.toFile().list())).containsExactly("MyOwn.java");
    }

    @ParameterizedTest
    @ValueSource(strings = {"class", "3x", "a-b", "a/b", "", "true", "_", "var", "record"})
    void whatIsNoNameOfAClass(String name) {
        assertThat(run(name, folder)).isEqualTo(2);
        assertThat(printed.toString())
                .isEqualTo("'%s': expected the name of a Java class, such as MyBackprop".formatted(name));
        assertThat(folder).isEmptyDirectory();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Network", "Parameters", "HandGradient", "Math", "Override"})
    void aNameThatTheSkeletonUses(String name) {
        assertThat(run(name, folder)).isEqualTo(2);
        assertThat(printed.toString())
                .isEqualTo("'%s': the class uses this name itself, expected another".formatted(name));
    }

    @Test
    void aFileWhereAFolderIsExpected() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");
        assertThat(run("MyOwn", file)).isEqualTo(2);
        assertThat(printed.toString())
                .isEqualTo(
                        "--dir %s: expected a folder that can be written to, but %s is a file".formatted(file, file));
    }
}
