package handgrad.input.program;

import static org.assertj.core.api.Assertions.assertThat;

import handgrad.input.claim.Claim;
import handgrad.judge.function.Format;
import handgrad.network.Precision;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A program that answers as it should, and what it is told. */
@EnabledOnOs({OS.LINUX, OS.MAC})
class ProgramTest {
    @TempDir
    private Path folder;

    private Scripts scripts() {
        return new Scripts(folder);
    }

    /** z = x W + b = 0.1 and 0.6, delta = -0.9 and 0.6: L = (0.81 + 0.36) / 4, dW = (0.45, 0.3), db = -0.15. */
    @Test
    void aGradientIsReadAsInACaseFile() throws IOException {
        String script = scripts()
                .answering(
                        "{\"id\":0}",
                        Scripts.DEFINED,
                        "{\"id\":2,\"success\":true,\"output\":{\"loss\":0.2925,\"seconds\":3,"
                                + "\"gradients\":[{\"weights\":[[0.45],[0.3]],\"bias\":[-0.15],\"rank\":1}]}}",
                        "{\"id\":3,\"success\":true,\"output\":0.2925,\"timings\":[]}");
        try (var started = scripts().start(script)) {
            Claim claim = Scripts.given(started.program().gradient(scripts().task()));
            assertThat(claim.loss()).hasValue(0.2925);
            assertThat(claim.gradient().values()).containsExactly(0.45, 0.3, -0.15);
            assertThat(Scripts.given(started.program().loss(scripts().task()))).isEqualTo(0.2925);
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
                        Scripts.DEFINED,
                        "{\"id\":2,\"success\":true,\"output\":{\"layers\":[{\"weights\":[[0.25],[-0.5]],\"bias\":[0.6]}]}}");
        try (var started = scripts().start(script)) {
            Claim claim = Scripts.given(started.program().step(scripts().task()));
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
                        Scripts.OWN,
                        Scripts.DEFINED,
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
            assertThat(Scripts.given(started.program().loss(point))).isEqualTo(30);
            FunctionClaim claim = Scripts.given(started.program().gradient(point));
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
                        Scripts.OWN,
                        Scripts.DEFINED,
                        "{\"id\":2,\"success\":true,\"output\":{\"w\":[NaN,\"NaN\",-Infinity,\"Infinity\"]}}",
                        "{\"id\":3,\"success\":true,\"output\":\"-Infinity\"}");
        List<double[]> point = List.of(new double[] {Double.NaN}, new double[] {1, 2, 3, Double.NEGATIVE_INFINITY});
        try (var started = scripts().start(script)) {
            assertThat(Scripts.given(started.program().gradient(point))
                            .gradients()
                            .get(0))
                    .containsExactly(Double.NaN, Double.NaN, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
            assertThat(Scripts.given(started.program().loss(point))).isEqualTo(Double.NEGATIVE_INFINITY);
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
            assertThat(Scripts.given(program.loss(scripts().task()))).isEqualTo(1);
            program.tell(false, "it is off");
            // The late answer to what it was told is not taken for this one.
            assertThat(Scripts.given(program.loss(scripts().task()))).isEqualTo(2);
        }
        assertThat(log).hasContent("{\"id\":3,\"kind\":\"analysis\",\"of\":2,\"valid\":false,\"error\":\"it is off\"}");
    }

    @Test
    void startedAgainItKnowsNothingOfBefore() throws IOException {
        String script = Scripts.INTRODUCED + "n=1; while read line; do n=$((n+1)); "
                + "echo '{\"id\":'$n',\"success\":true,\"output\":'$n'}'; done\n";
        try (var started = scripts().start(script)) {
            assertThat(Scripts.given(started.program().loss(scripts().task()))).isEqualTo(2);
            assertThat(Scripts.given(started.program().loss(scripts().task()))).isEqualTo(3);
            try (Program again = started.program().again()) {
                assertThat(Scripts.given(again.loss(scripts().task()))).isEqualTo(2);
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
}
