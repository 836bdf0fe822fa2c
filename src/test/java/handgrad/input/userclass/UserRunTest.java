package handgrad.input.userclass;

import static org.assertj.core.api.Assertions.assertThat;

import handgrad.engine.Parameters;
import handgrad.input.claim.Case;
import handgrad.input.claim.Claim;
import handgrad.input.claim.StandardCases;
import handgrad.network.Point;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.api.buffer.DataType;

/** The answers of a class, and the networks that it skips. */
class UserRunTest {
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

    private Claim claim(UserOutcome outcome) {
        assertThat(outcome).isInstanceOf(UserOutcome.Claimed.class);
        return ((UserOutcome.Claimed) outcome).claim();
    }

    @Test
    void aGradientWithoutALoss() throws IOException {
        Claim claim = claim(body("""
                var g = Parameters.zeros(network, parameters.dataType());
                g.weights(0).putScalar(1, 2, 5);
                g.bias(1).putScalar(0, Double.NaN);
                return g;
                """));
        Parameters gradient = Parameters.of(claim.gradient(), DataType.DOUBLE);
        assertThat(claim.loss()).isEmpty();
        assertThat(gradient.weights(0).getDouble(1, 2)).isEqualTo(5);
        assertThat(gradient.bias(1).getDouble(0)).isNaN();
        assertThat(claim.gradient().network()).isEqualTo(task.network());
    }

    @ParameterizedTest
    @CsvSource({"0.25, 0.25", "Double.NaN, NaN", "1 / 0.0, Infinity"})
    void aLossOfItsOwn(String expression, double expected) throws IOException {
        assertThat(claim(run(loss("return OptionalDouble.of(" + expression + ");")))
                        .loss())
                .isEqualTo(OptionalDouble.of(expected));
    }

    /** With this as the body of {@code loss}, in line 12. */
    private Path loss(String body) throws IOException {
        return Sources.members(
                folder, "public OptionalDouble loss(Network n, Parameters parameters, Batch batch) {\n" + body + "\n}");
    }

    @Test
    void theGradientIsTakenByCopy() throws IOException {
        UserClass user = JavaSource.load(Sources.members(folder, """
                        private Parameters kept;
                        public OptionalDouble loss(Network n, Parameters p, Batch b) {
                            kept.vector().addi(1);
                            return OptionalDouble.empty();
                        }
                        """), UserRun.LIMIT);
        assertThat(failure(UserRun.of(user, task, UserRun.LIMIT)))
                .contains("line 13: loss threw java.lang.NullPointer");
        user = JavaSource.load(Sources.body(folder, """
                        kept = Parameters.zeros(network, parameters.dataType());
                        return kept;
                        }
                        private Parameters kept;
                        public OptionalDouble loss(Network n, Parameters p, Batch b) {
                        kept.vector().addi(1);
                        return OptionalDouble.empty();
                        """), UserRun.LIMIT);
        assertThat(claim(UserRun.of(user, task, UserRun.LIMIT)).gradient().values())
                .containsOnly(0);
    }

    @Test
    void aNetworkThatItIsNotMadeFor() throws IOException {
        assertThat(body("throw new UnsupportedOperationException(\"only tanh\");"))
                .isEqualTo(new UserOutcome.Skipped("only tanh"));
        assertThat(body("throw new UnsupportedOperationException();"))
                .isEqualTo(new UserOutcome.Skipped("not supported"));
    }

    @Test
    void aClassOfTheClassPathRunsAsWell() {
        var user = new UserClass(Path.of("MyBackprop.java"), new gradients.MyBackprop());
        Point gradient = claim(UserRun.of(user, task, UserRun.LIMIT)).gradient();
        assertThat(gradient.values()).hasSize(task.network().size()).doesNotContain(0);
    }

    @Test
    void whatItPrintsIsKeptFromStandardOutput() throws IOException {
        PrintStream before = System.out;
        var printed = new ByteArrayOutputStream();
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            claim(body("System.out.println(1);\nreturn Parameters.zeros(network, parameters.dataType());"));
            System.out.print("ours");
        } finally {
            System.setOut(before);
        }
        assertThat(printed).hasToString("ours");
    }
}
