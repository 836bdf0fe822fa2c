package handgrad.input.userclass;

import static org.assertj.core.api.Assertions.assertThat;

import handgrad.input.claim.Case;
import handgrad.input.claim.StandardCases;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said about a class that has no answer. */
class UserRunFailuresTest {
    private static final String ZEROS = "return Parameters.zeros(network, parameters.dataType());";

    @TempDir
    private Path folder;

    private final Case task = StandardCases.all().get(0);

    private UserOutcome run(Path file) {
        return UserRun.of(JavaSource.load(file, UserRun.LIMIT), task, UserRun.LIMIT);
    }

    private UserOutcome body(String body) throws IOException {
        return run(Sources.body(folder, body));
    }

    /** The reason of a failure, with the folder taken out. */
    private String failure(UserOutcome outcome) {
        assertThat(outcome).isInstanceOf(UserOutcome.Failed.class);
        return ((UserOutcome.Failed) outcome).reason().replace(folder + "/", "");
    }

    private String failure(String body) throws IOException {
        return failure(body(body));
    }

    /** With this as the body of {@code loss}, in line 12. */
    private Path loss(String body) throws IOException {
        return Sources.members(
                folder, "public OptionalDouble loss(Network n, Parameters parameters, Batch batch) {\n" + body + "\n}");
    }

    @Test
    void anException() throws IOException {
        assertThat(failure("int[] a = new int[2];\na[2] = 1;\n" + ZEROS))
                .isEqualTo("Mine.java, line 10: gradient threw java.lang.ArrayIndexOutOfBoundsException: "
                        + "Index 2 out of bounds for length 2");
        assertThat(failure(run(loss("throw new IllegalStateException();"))))
                .isEqualTo("Mine.java, line 12: loss threw java.lang.IllegalStateException");
    }

    @Test
    void aMessageIsOneShortLineThatMovesNoCursor() throws IOException {
        assertThat(failure("throw new IllegalStateException(\"a\\u001b[31mb\\r\\n\\tc\\u0007\\u009bd\\u202ee\");"))
                .isEqualTo("Mine.java, line 9: gradient threw java.lang.IllegalStateException: a [31mb c d e");
        assertThat(failure("throw new IllegalStateException(\"x\".repeat(1000));"))
                .endsWith(": " + "x".repeat(200) + "...");
        assertThat(body("throw new UnsupportedOperationException(\"only\\u001b[0m\\ntanh\");"))
                .isEqualTo(new UserOutcome.Skipped("only [0m tanh"));
    }

    @Test
    void anExceptionThatThrowsWhenItIsAsked() throws IOException {
        assertThat(failure("throw new Bad();\n}\nstatic class Bad extends RuntimeException {\n"
                        + "public String getMessage() { throw this; }"))
                .isEqualTo("Mine.java: gradient threw Mine$Bad");
    }

    @Test
    void anExceptionInALibraryHasTheUsersLine() throws IOException {
        assertThat(failure("\n\nparameters.weights(0).mmul(Nd4j.create(DataType.DOUBLE, 9, 9));\n" + ZEROS))
                .startsWith("Mine.java, line 11: gradient threw ")
                .hasLineCount(1);
    }

    @Test
    void anOverflowingStack() throws IOException {
        assertThat(failure(run(Sources.body(folder, "return gradient(network, parameters, batch);"))))
                .isEqualTo("Mine.java, line 9: gradient threw java.lang.StackOverflowError");
    }

    @Test
    void tooMuchMemory() throws IOException {
        assertThat(failure("double[][] a = new double[1000][Integer.MAX_VALUE];\n" + ZEROS))
                .startsWith("Mine.java, line 9: gradient threw java.lang.OutOfMemoryError: ");
    }

    @Test
    void aStaticInitialiserThatThrowsLater() throws IOException {
        assertThat(failure("return Late.answer;\n}\nstatic class Late {\nstatic Parameters answer =\nnull;"
                        + "\nstatic int n = 1 / Integer.parseInt(\"0\");"))
                .isEqualTo("Mine.java, line 14: gradient threw java.lang.ArithmeticException: / by zero");
    }

    @Test
    void tooLong() throws IOException {
        UserClass user = JavaSource.load(
                Sources.body(folder, "%s {\nThread.onSpinWait();\n}\n".formatted(Sources.FOR_SECONDS) + ZEROS),
                UserRun.LIMIT);
        assertThat(failure(UserRun.of(user, task, Duration.ofMillis(300))))
                .matches("Mine.java, line (9|10): Mine gave no answer within 0.3 s");
    }

    @Test
    void asleep() throws IOException {
        UserClass user = JavaSource.load(
                Sources.body(folder, "try {\nThread.sleep(60_000);\n} catch (InterruptedException e) {}\n" + ZEROS),
                UserRun.LIMIT);
        UserOutcome outcome = UserRun.of(user, task, Duration.ofMillis(300));
        assertThat(((UserOutcome.Failed) outcome).tookTooLong()).isTrue();
        assertThat(failure(outcome)).isEqualTo("Mine.java, line 10: Mine gave no answer within 0.3 s");
    }

    @Test
    void nothing() throws IOException {
        assertThat(failure("return null;")).isEqualTo("Mine.java: gradient returned null");
        assertThat(failure(run(loss("return null;"))))
                .isEqualTo("Mine.java: loss returned null, expected a number or OptionalDouble.empty()");
    }

    @Test
    void theWrongShape() throws IOException {
        assertThat(failure(
                        "var other = new Network(network.layers().subList(0, 1), network.loss(), network.reduction());"
                                + "\nreturn Parameters.zeros(other, parameters.dataType());"))
                .isEqualTo("Mine.java: gradient returned 9 numbers for a network 2-3, expected 13 for 2-3-1");
    }

    @Test
    void theWrongDataType() throws IOException {
        assertThat(failure("return Parameters.zeros(network, DataType.FLOAT);"))
                .isEqualTo("Mine.java: gradient returned numbers of type FLOAT, expected DOUBLE");
    }

    @ParameterizedTest
    @CsvSource({"parameters", "'Parameters.over(network, parameters.vector())'"})
    void itsOwnInput(String expression) throws IOException {
        assertThat(failure("return " + expression + ";"))
                .isEqualTo(
                        "Mine.java: gradient returned the parameters that it was given, expected an object of its own");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "parameters.vector().subi(0.1);",
                "parameters.bias(1).putScalar(0, Math.nextUp(parameters.bias(1).getDouble(0)));",
                "parameters.vector().close();"
            })
    void changedParameters(String statement) throws IOException {
        double[] theta = task.parameters().values().clone();
        assertThat(failure(statement + "\n" + ZEROS))
                .isEqualTo("Mine.java: gradient changed its input parameters, expected it to be left as it was");
        assertThat(failure(run(loss(statement + "\nreturn OptionalDouble.empty();"))))
                .isEqualTo("Mine.java: loss changed its input parameters, expected it to be left as it was");
        assertThat(task.parameters().values()).containsExactly(theta);
    }

    /** A batch gives away copies of its arrays: they are the class's own, to write on or to close. */
    @ParameterizedTest
    @ValueSource(strings = {"batch.x().putScalar(3, 1, 7);", "batch.y().rsubi(1);", "batch.x().close();"})
    void theBatchOnlyEverGivesCopies(String statement) throws IOException {
        assertThat(body(statement + "\n" + statement + "\n" + ZEROS)).isInstanceOf(UserOutcome.Claimed.class);
        assertThat(task.samples()).isEqualTo(StandardCases.all().get(0).samples());
    }

    @Test
    void aLibrarysUnsupportedOperationIsNoSkip() throws IOException {
        assertThat(failure("List.of(1).add(2);\n" + ZEROS))
                .isEqualTo("Mine.java, line 9: gradient threw java.lang.UnsupportedOperationException");
    }

    @Test
    void aFileOfItsPackageCountsAsTheUsersToo() throws IOException {
        Sources.write(folder, "Other.java", "class Other {\nstatic int fail() {\nreturn 1 / Integer.signum(0); } }");
        assertThat(failure("Other.fail();\n" + ZEROS))
                .isEqualTo("Other.java, line 3: gradient threw java.lang.ArithmeticException: / by zero");
    }
}
