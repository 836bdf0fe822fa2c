package handgrad.input.userclass;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import handgrad.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said about a source file that cannot be used. */
class JavaSourceComplaintsTest {
    private static final String IMPORTS =
            "import handgrad.engine.*; import handgrad.network.*; import handgrad.input.userclass.HandGradient;\n";
    private static final String METHOD =
            "public Parameters gradient(Network n, Parameters p, Batch b) { return Parameters.zeros(n, p.dataType()); }";

    @TempDir
    private Path folder;

    private static UserClass load(Path file) {
        return JavaSource.load(file, Duration.ofSeconds(10));
    }

    /** Compiles a file and returns what is said about it, with the folder taken out. */
    private String complaint(Path file) {
        var thrown = catchThrowableOfType(InputException.class, () -> load(file));
        assertThat(thrown).isNotNull();
        return thrown.getMessage().replace(folder + "/", "");
    }

    private String complaint(String file, String text) throws IOException {
        return complaint(Sources.write(folder, file, text));
    }

    @Test
    void noSuchFile() {
        assertThat(complaint(folder.resolve("Mine.java"))).isEqualTo("Mine.java: no such file");
    }

    @Test
    void aFolder() throws IOException {
        assertThat(complaint(Files.createDirectory(folder.resolve("Mine.java"))))
                .isEqualTo("Mine.java: is a folder, expected a Java source file");
    }

    @Test
    void anotherKindOfFile() throws IOException {
        assertThat(complaint("mine.py", "")).isEqualTo("mine.py: expected a Java source file, NAME.java");
    }

    @Test
    void oneErrorInTheCompilersOwnWords() throws IOException {
        assertThat(complaint(Sources.body(folder, "int n = 1\nreturn null;")))
                .isEqualTo("Mine.java, line 9: does not compile: ';' expected");
        assertThat(complaint(Sources.body(folder, "\nreturn paramters;")))
                .isEqualTo("Mine.java, line 10: does not compile: cannot find symbol; symbol: variable paramters; "
                        + "location: class Mine");
    }

    @Test
    void severalErrorsEachOnItsOwnLine() throws IOException {
        assertThat(complaint(Sources.body(folder, "int n = \"a\";\nint m = k;\nreturn null;")))
                .isEqualTo("""
                        Mine.java: does not compile, 2 errors:
                          Mine.java, line 9: incompatible types: java.lang.String cannot be converted to int
                          Mine.java, line 10: cannot find symbol; symbol: variable k; location: class Mine""");
    }

    @Test
    void onlyTheFirstOfVeryManyErrors() throws IOException {
        assertThat(complaint(Sources.body(folder, "k = 1;\n".repeat(25) + "return null;"))
                        .lines())
                .hasSize(12)
                .startsWith("Mine.java: does not compile, 25 errors:")
                .endsWith("  and 15 more");
    }

    @Test
    void anErrorInAFileBesideItNamesThatFile() throws IOException {
        Sources.write(folder, "Other.java", "class Other {\n static int one = k; }");
        assertThat(complaint(Sources.members(folder, "static int one = Other.one;")))
                .isEqualTo("Other.java, line 2: does not compile: cannot find symbol; symbol: variable k; "
                        + "location: class Other");
    }

    @Test
    void aPublicClassThatDoesNotFitTheFilesName() throws IOException {
        assertThat(complaint("Yours.java", IMPORTS + "public class Mine implements HandGradient {" + METHOD + "}"))
                .isEqualTo("Yours.java, line 2: does not compile: class Mine is public, should be declared in a file "
                        + "named Mine.java");
    }

    @Test
    void tooLong() throws IOException {
        assertThat(complaint("Mine.java", " ".repeat(5 << 20)))
                .isEqualTo("Mine.java: expected at most 2 MB, found 5 MB");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "class Mine {}", "interface Mine extends handgrad.input.userclass.HandGradient {}"})
    void noClassThatImplementsTheInterface(String text) throws IOException {
        assertThat(complaint("Mine.java", text))
                .isEqualTo("Mine.java: expected a class that implements handgrad.input.userclass.HandGradient or "
                        + "handgrad.judge.function.HandFunction, found none");
    }

    @Test
    void several() throws IOException {
        assertThat(complaint(
                        "Mine.java", IMPORTS + "class A implements HandGradient {" + METHOD + "} class B extends A {}"))
                .isEqualTo("Mine.java: expected one class that implements handgrad.input.userclass.HandGradient or "
                        + "handgrad.judge.function.HandFunction, or one of "
                        + "them public, found A, B");
    }

    @Test
    void anAbstractClass() throws IOException {
        assertThat(complaint("Mine.java", IMPORTS + "public abstract class Mine implements HandGradient {}"))
                .isEqualTo("Mine.java: class Mine is abstract: expected a class that objects can be made of");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Mine() {}", "private Mine() {}", "public Mine(int n) {}"})
    void noPublicConstructorWithoutArguments(String constructor) throws IOException {
        assertThat(complaint(Sources.members(folder, constructor)))
                .isEqualTo("Mine.java: class Mine has no public constructor without arguments");
    }

    @Test
    void anInnerClass() throws IOException {
        assertThat(complaint(
                        "Mine.java",
                        IMPORTS + "public class Mine { public class In implements HandGradient {" + METHOD + "} }"))
                .isEqualTo("Mine.java: class In has no public constructor without arguments; make the class static");
    }

    @Test
    void aConstructorThatThrows() throws IOException {
        assertThat(complaint(Sources.members(folder, "public Mine() {\nthrow new IllegalStateException(\"no\");\n}")))
                .isEqualTo("Mine.java, line 12: the constructor of Mine threw java.lang.IllegalStateException: no");
    }

    @Test
    void aStaticInitialiserThatThrows() throws IOException {
        assertThat(complaint(Sources.members(folder, "static int n =\nInteger.parseInt(\"a\");")))
                .isEqualTo("Mine.java, line 12: the constructor of Mine threw java.lang.NumberFormatException: "
                        + "For input string: \"a\"");
    }

    @Test
    void aConstructorThatTakesTooLong() throws IOException {
        Path file = Sources.members(
                folder, "public Mine() {\n%s {\nThread.onSpinWait(); } }".formatted(Sources.FOR_SECONDS));
        assertThatExceptionOfType(InputException.class)
                .isThrownBy(() -> JavaSource.load(file, Duration.ofMillis(200)))
                .withMessageMatching(".*Mine.java, line 1[23]: the constructor of Mine gave no answer within 0.2 s");
    }

    @Test
    void aJavaWithoutACompiler() throws IOException {
        Path file = Sources.members(folder, "");
        assertThat(ToolProvider.getSystemJavaCompiler()).isNotNull();
        assertThatExceptionOfType(InputException.class)
                .isThrownBy(() -> JavaSource.load(file, UserRun.LIMIT, null))
                .withMessageContaining("Mine.java: no Java compiler: the Java at ")
                .withMessageEndingWith(" is no JDK, expected a JDK, 17 or newer");
    }

    @Test
    void whatIsNoTextAtAll() throws IOException {
        Path file = Files.write(folder.resolve("Mine.java"), new byte[] {(byte) 0xca, (byte) 0xfe, 0, 0, (byte) 0xff});
        assertThat(complaint(file)).startsWith("Mine.java: does not compile, ").contains("Mine.java, line 1: ");
    }

    @Test
    void whatTheCompilerItselfCannotBear() throws IOException {
        assertThat(complaint(Sources.members(folder, "int n = " + "(".repeat(50_000) + "1" + ")".repeat(50_000) + ";")))
                .startsWith("Mine.java: does not compile: the compiler gave up: ")
                .hasLineCount(1);
    }
}
