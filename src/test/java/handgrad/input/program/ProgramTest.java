package handgrad.input.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import handgrad.InputException;
import handgrad.input.claim.Claim;
import handgrad.judge.function.Format;
import handgrad.network.Precision;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A program that answers as it should, and answers that only one question is lost by. */
@EnabledOnOs({OS.LINUX, OS.MAC})
class ProgramTest {
    private static final String DEFINED = "{\"id\":1,\"success\":true}";

    private static final String OWN = """
            {"id":0,"tool":"mine","config":{"takes":"function","precision":"float32","tensors":{
             "scale":{"shape":[],"value":2,"differentiate":false},
             "w":{"shape":[2,2],"value":[1,2,3,4]}}}}""".replace("\n", "");

    @TempDir
    private Path folder;

    private Scripts scripts() {
        return new Scripts(folder);
    }

    private static <T> T given(Answer<T> answer) {
        assertThat(answer).isInstanceOf(Answer.Given.class);
        return ((Answer.Given<T>) answer).value();
    }

    /** z = x W + b = 0.1 and 0.6, delta = -0.9 and 0.6: L = (0.81 + 0.36) / 4, dW = (0.45, 0.3), db = -0.15. */
    @Test
    void aGradientIsReadAsInACaseFile() throws IOException {
        String script = scripts()
                .answering(
                        "{\"id\":0}",
                        DEFINED,
                        "{\"id\":2,\"success\":true,\"output\":{\"loss\":0.2925,\"seconds\":3,"
                                + "\"gradients\":[{\"weights\":[[0.45],[0.3]],\"bias\":[-0.15],\"rank\":1}]}}",
                        "{\"id\":3,\"success\":true,\"output\":0.2925,\"timings\":[]}");
        try (var started = scripts().start(script)) {
            Claim claim = given(started.program().gradient(scripts().task()));
            assertThat(claim.loss()).hasValue(0.2925);
            assertThat(claim.gradient().values()).containsExactly(0.45, 0.3, -0.15);
            assertThat(given(started.program().loss(scripts().task()))).isEqualTo(0.2925);
            assertThat(started.program().calls()).isEqualTo(2);
            assertThat(started.program().tool()).isEqualTo("mine.sh");
        }
    }

    /** (before - after) / 0.5 with W = (0.5, -0.25), b = 0.1. */
    @Test
    void aStepIsTheGradientThatItWasMadeWith() throws IOException {
        String script = scripts()
                .answering(
                        "{\"id\":0,\"config\":{\"step\":true}}",
                        DEFINED,
                        "{\"id\":2,\"success\":true,\"output\":{\"layers\":[{\"weights\":[[0.25],[-0.5]],\"bias\":[0.6]}]}}");
        try (var started = scripts().start(script)) {
            Claim claim = given(started.program().step(scripts().task()));
            assertThat(claim.gradient().values()).containsExactly(0.5, 0.5, -1);
            // max(|before|, |after|) / rate
            assertThat(claim.handed().subtracted()).containsExactly(1, 1, 1.2);
        }
    }

    /** L = scale / 2 sum w^2 = 30, dL/dw = scale w. */
    @Test
    void aFunctionOfItsOwnHasArraysByName() throws IOException {
        String script = scripts()
                .answering(
                        OWN,
                        DEFINED,
                        "{\"id\":2,\"success\":true,\"output\":30}",
                        "{\"id\":3,\"success\":true,\"output\":{\"w\":[[2,4],[6,8]],"
                                + "\"intermediates\":{\"h\":{\"shape\":[1,2],\"value\":[5,25],\"gradient\":[1,1]}}}}");
        try (var started = scripts().start(script)) {
            var own = (Ability.Own) started.program().ability();
            assertThat(own.format()).isEqualTo(Format.FLOAT32);
            assertThat(own.tensors()).extracting("name").containsExactly("scale", "w");
            assertThat(own.tensors()).extracting("shape").containsExactly(List.of(), List.of(2, 2));
            assertThat(own.tensors()).extracting("differentiated").containsExactly(false, true);
            List<double[]> point = List.of(new double[] {2}, new double[] {1, 2, 3, 4});
            assertThat(given(started.program().loss(point))).isEqualTo(30);
            FunctionClaim claim = given(started.program().gradient(point));
            assertThat(claim.loss()).isEmpty();
            assertThat(claim.gradients()).hasSize(1).first().isEqualTo(new double[] {2, 4, 6, 8});
            assertThat(claim.intermediates()).extracting("name").containsExactly("h");
            assertThat(claim.intermediates().get(0).shape()).containsExactly(1, 2);
            assertThat(claim.intermediates().get(0).gradient().orElseThrow()).containsExactly(1, 1);
        }
        assertThat(scripts().messages().get(2))
                .contains("\"module\":\"function\"", "\"input\":{\"scale\":[2.0],\"w\":[1.0,2.0,3.0,4.0]}");
    }

    @Test
    void numbersThatAreNoneAreReadInEitherSpelling() throws IOException {
        String script = scripts()
                .answering(
                        OWN,
                        DEFINED,
                        "{\"id\":2,\"success\":true,\"output\":{\"w\":[NaN,\"NaN\",-Infinity,\"Infinity\"]}}",
                        "{\"id\":3,\"success\":true,\"output\":\"-Infinity\"}");
        List<double[]> point = List.of(new double[] {Double.NaN}, new double[] {1, 2, 3, Double.NEGATIVE_INFINITY});
        try (var started = scripts().start(script)) {
            assertThat(given(started.program().gradient(point)).gradients().get(0))
                    .containsExactly(Double.NaN, Double.NaN, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
            assertThat(given(started.program().loss(point))).isEqualTo(Double.NEGATIVE_INFINITY);
        }
        assertThat(scripts().messages().get(2)).contains("{\"scale\":[\"NaN\"],\"w\":[1.0,2.0,3.0,\"-Infinity\"]}");
    }

    @Test
    void oneNetworkWhoseNumbersChangeIsACaseFile() throws IOException {
        String config = "{\"takes\":\"fixed\",\"precision\":\"float32\",\"network\":" + Scripts.CASE + "}";
        try (var started = scripts().start(Scripts.introduced(config) + "cat > /dev/null\n")) {
            var fixed = (Ability.Fixed) started.program().ability();
            assertThat(fixed.start().network().shape()).isEqualTo("2-1");
            assertThat(fixed.precision()).isEqualTo(Precision.FLOAT);
            assertThat(fixed.step()).isFalse();
        }
    }

    @Test
    void whatIsLostIsThisAnswerAlone() throws IOException {
        String right = "{\"id\":%d,\"success\":true,\"output\":{\"gradients\":[{\"weights\":[[1],[2]],\"bias\":[3]}]}}";
        String script = scripts()
                .answering(
                        "{\"id\":0}",
                        DEFINED,
                        "{\"id\":2,\"success\":false,\"unsupported\":true,\"error\":\"no identity\"}",
                        "{\"id\":3,\"success\":false,\"error\":\"division by zero\"}",
                        "{\"id\":4}",
                        "{\"id\":5,\"success\":true}",
                        "{\"id\":6,\"success\":true,\"output\":{\"gradients\":[{\"weights\":[[1,2]],\"bias\":[3]}]}}",
                        "{\"id\":7,\"success\":true,\"output\":{\"gradient\":[]}}",
                        right.formatted(8));
        try (var started = scripts().start(script)) {
            Program program = started.program();
            assertThat(program.gradient(scripts().task())).isEqualTo(new Answer.Unsupported<>("mine.sh: no identity"));
            assertFailed(program, "mine.sh: it has failed: division by zero (sent {\"id\":3,", "came {\"id\":3,");
            assertFailed(program, "mine.sh: expected \"success\": true or false, found none (sent");
            assertFailed(program, "mine.sh: expected a field 'output', found none (sent");
            assertFailed(
                    program,
                    "mine.sh, field output.gradients[0].weights: expected 2 x 1 numbers, found 1 x 2 "
                            + "(weights are [nIn, nOut]) (sent");
            assertFailed(
                    program,
                    "mine.sh, field output: unknown field 'gradient': did you mean 'gradients'?",
                    "came {\"id\":7,\"success\":true,\"output\":{\"gradient\":[]}})");
            assertThat(given(program.gradient(scripts().task())).gradient().values())
                    .containsExactly(1, 2, 3);
        }
    }

    private void assertFailed(Program program, String... sentence) throws IOException {
        Answer<Claim> answer = program.gradient(scripts().task());
        assertThat(answer).isInstanceOf(Answer.Failed.class);
        assertThat(((Answer.Failed<Claim>) answer).reason())
                .startsWith(sentence[0])
                .contains(sentence);
    }

    @Test
    void aGradientOfAFunctionThatIsMissingOrMisshapenIsNamed() throws IOException {
        String script = scripts()
                .answering(
                        OWN,
                        DEFINED,
                        "{\"id\":2,\"success\":true,\"output\":{\"dw\":[1,2,3,4]}}",
                        "{\"id\":3,\"success\":true,\"output\":{\"w\":[1,2,3]}}",
                        "{\"id\":4,\"success\":true,\"output\":{\"w\":[[1,2,3,4]]}}");
        List<double[]> point = List.of(new double[] {2}, new double[] {1, 2, 3, 4});
        try (var started = scripts().start(script)) {
            assertThat(started.program().gradient(point))
                    .asString()
                    .contains("mine.sh, field output: expected a gradient 'w', found dw (sent");
            assertThat(started.program().gradient(point))
                    .asString()
                    .contains("field output.w: expected 2 x 2 numbers, flat or as arrays in arrays, found 3 numbers (");
            assertThat(started.program().gradient(point)).asString().contains("found 1 x 4 numbers (");
        }
    }

    @Test
    void itIsToldWhatWasFoundAndMayTakeItsTime() throws IOException {
        Path log = folder.resolve("told");
        String script = Scripts.INTRODUCED + """
                read line; echo '{"id":2,"success":true,"output":1}'
                read line; echo "$line" > '%s'; sleep 0.4; echo '{"id":3}'
                read line; echo '{"id":4,"success":true,"output":2}'
                """.formatted(log);
        try (var started = scripts().start(script)) {
            Program program = started.program();
            program.tell(false, "nothing was asked yet");
            assertThat(given(program.loss(scripts().task()))).isEqualTo(1);
            program.tell(false, "it is off");
            // The late answer to what it was told is not taken for this one.
            assertThat(given(program.loss(scripts().task()))).isEqualTo(2);
        }
        assertThat(log)
                .hasContent("{\"id\":3,\"kind\":\"analysis\",\"of\":2,\"valid\":false,\"error\":\"it is off\"}");
    }

    @Test
    void startedAgainItKnowsNothingOfBefore() throws IOException {
        String script = Scripts.INTRODUCED + "n=1; while read line; do n=$((n+1)); "
                + "echo '{\"id\":'$n',\"success\":true,\"output\":'$n'}'; done\n";
        try (var started = scripts().start(script)) {
            assertThat(given(started.program().loss(scripts().task()))).isEqualTo(2);
            assertThat(given(started.program().loss(scripts().task()))).isEqualTo(3);
            try (Program again = started.program().again()) {
                assertThat(given(again.loss(scripts().task()))).isEqualTo(2);
                assertThat(again.calls()).isEqualTo(3);
            }
            assertThat(started.program().loss(scripts().task()))
                    .isEqualTo(new Answer.Broken<>("mine.sh: it was closed"));
        }
    }

    @Test
    void standardErrorIsPassedOnAndCutWhereItFloods() throws IOException {
        String flood = "i=0; while [ $i -lt 300 ]; do echo line $i >&2; i=$((i+1)); done\n";
        assertThat(remarksOf("echo 'epoch 1' >&2; " + flood))
                .hasSize(201)
                .startsWith("mine.sh: epoch 1", "mine.sh: line 0")
                .endsWith("mine.sh: line 198", "mine.sh: more of its standard error is not shown");
        assertThat(remarksOf("printf '\\033[31mred' >&2\n")).containsExactly("mine.sh: \uFFFD[31mred");
        assertThat(remarksOf("head -c 9000 /dev/zero | tr '\\000' x >&2; echo >&2; echo end >&2\n"))
                .containsExactly("mine.sh: " + "x".repeat(600) + "...", "mine.sh: end");
    }

    private List<String> remarksOf(String lines) throws IOException {
        Scripts.Started started = scripts().start(lines + Scripts.INTRODUCED);
        try (started) {
            assertThat(started.program().tool()).isEqualTo("mine");
        }
        return started.remarks();
    }

    @Test
    void aProgramInJavaIsAskedAsAnyOther() throws IOException {
        Path file = Files.writeString(folder.resolve("Mine.java"), """
                public class Mine {
                    public static void main(String[] args) {
                        var in = new java.util.Scanner(System.in);
                        for (int id = 0; in.hasNextLine(); id++) {
                            in.nextLine();
                            System.out.println("{\\"id\\":" + id + ",\\"success\\":true,\\"output\\":0.5}");
                        }
                    }
                }
                """);
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String command = "\"%s\" -XX:TieredStopAtLevel=1 -XX:+UseSerialGC \"%s\"".formatted(java, file);
        try (Program program = Program.start(command, Limits.DEFAULT, remark -> {})) {
            assertThat(given(program.loss(scripts().task()))).isEqualTo(0.5);
            assertThat(program.tool()).isEqualTo("Mine.java");
        }
    }

    @Test
    void aCommandThatCannotBeStartedIsNamed() throws IOException {
        assertThatThrownBy(() -> Program.start("  ", Limits.DEFAULT, remark -> {}))
                .isInstanceOf(InputException.class)
                .hasMessage("expected a command, such as \"python3 mine.py\", found none");
        assertThatThrownBy(() -> Program.start("pythn3 mine.py", Limits.DEFAULT, remark -> {}))
                .isInstanceOf(InputException.class)
                .hasMessage("'pythn3' cannot be started: there is no such command");
        Path file = Files.writeString(folder.resolve("mine.py"), "print(1)");
        assertThatThrownBy(() -> Program.start("'" + file + "'", Limits.DEFAULT, remark -> {}))
                .isInstanceOf(InputException.class)
                .hasMessage(
                        "'%s' cannot be started: it is no program by itself; "
                                + "expected a command, such as \"python3 mine.py\"",
                        file);
    }

    @Test
    void aCommandIsPartedAsAShellDoes() {
        assertThat(Command.of(" python3  \"my file.py\" --x='a \"$b'\tC:\\new '' ")
                        .words())
                .containsExactly("python3", "my file.py", "--x=a \"$b", "C:\\new", "");
        assertThatThrownBy(() -> Command.of("python3 'mine.py"))
                .hasMessage("expected a quotation mark at the end of what is quoted, found none in python3 'mine.py");
    }
}
