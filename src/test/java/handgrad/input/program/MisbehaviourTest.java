package handgrad.input.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import handgrad.InputException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a program does wrong is told in one sentence, with what was sent and what came, and nothing waits for it for ever. */
@EnabledOnOs({OS.LINUX, OS.MAC})
class MisbehaviourTest {
    @TempDir
    private Path folder;

    private Scripts scripts() {
        return new Scripts(folder);
    }

    /** In place of its first answer. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            exit 3|it has ended with exit code 3 (sent {"id":0,"kind":"start","eval":"handgrad"})
            echo "no module numpy" >&2; exit 1|it has ended with exit code 1 after the words 'no module numpy' (sent {"id":0
            printf '{"id":0,"con'|it has ended with exit code 0, in the middle of a line (sent {"id":0,"kind":"start","eval":"handgrad"}, came {"id":0,"con)
            exec >&-; sleep 9|it has closed its standard output (sent
            sleep 9|no answer within 0.7 s; an answer that was written is only seen when standard output is flushed (sent
            echo epoch 1|expected a JSON object, found other text: standard output is for answers alone, print what else there is to say on standard error (sent {"id":0,"kind":"start","eval":"handgrad"}, came epoch 1)
            echo|expected a JSON object, found other text
            echo 0.5|expected a JSON object, found other text
            echo '{"id":0,}'|not valid JSON, column
            echo '{"id":0} {"id":1}'|not valid JSON, column
            echo '{"id":0,"id":0}'|not valid JSON, column
            printf '{"id":0,"tool":"\\377"}\\n'|not valid JSON
            echo '{"tool":"mine"}'|expected a field 'id' with the number of the message (sent
            echo '{"id":"0"}'|expected a field 'id' with the number of the message (sent
            echo '{"id":7}'|expected an answer with id 0, found id 7 (sent
            yes|expected a JSON object, found other text
            tr '\\000' x < /dev/zero|expected a line of at most 32 MB, found a longer one (sent {"id":0,"kind":"start","eval":"handgrad"}, came xxx
            """)
    void itIsRefusedWithASentence(String lines, String sentence) {
        assertThatThrownBy(() -> scripts()
                        .start("read line\n" + lines, lines.startsWith("sleep") ? Scripts.SHORT : Limits.DEFAULT))
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith("mine.sh: " + sentence)
                .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(600).doesNotContain("\n"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"protocol":2}|field config.protocol: expected version 1, found 2 (sent
            {"takes":"netwrok"}|field config.takes: unknown config.takes 'netwrok': did you mean 'network'? (valid: network, fixed, function) (sent
            {"activations":["sigmoidal"]}|field config.activations[0]: unknown activation 'sigmoidal': did you mean 'sigmoid'?
            {"activations":[]}|field config.activations: expected at least one element
            {"activations":"tanh"}|field config.activations: expected an array, found the text "tanh"
            {"losses":["mse"]}|field config.losses[0]: 'mse' may mean several losses
            {"reductions":["none"]}|field config.reductions[0]: 'none' leaves a loss for each sample
            {"precision":"float"}|field config.precision: unknown precision 'float': did you mean 'float64'?
            {"precision":"float16"}|field config.precision: expected float64 or float32
            {"step":1}|field config.step: expected true or false
            {"files":["hdf5"]}|field config.files[0]: unknown config.files[0] 'hdf5' (valid: npz, safetensors)
            {"takes":"fixed"}|field config: expected a field 'network', found none
            {"takes":"fixed","network":{"layers":[{"weights":[[1]],"activation":"relu"}],"loss":"huber","x":[[1]]}}|field config.network: expected a field 'y', found none
            {"takes":"function"}|field config: expected a field 'tensors', found none
            {"takes":"function","tensors":[]}|field config.tensors: expected an object
            {"takes":"function","tensors":{"c":{"value":[1],"differentiate":false}}}|field config.tensors: expected at least one array to differentiate, found none
            {"takes":"function","tensors":{"loss":{"value":[1]}}}|field config.tensors.loss: expected another name
            {"takes":"function","tensors":{"w":{"shape":[3,4],"value":[1,2]}}}|field config.tensors.w.value: expected 3 x 4 numbers, flat or as arrays in arrays, found 2 numbers
            {"takes":"function","tensors":{"w":{"shape":[3,0],"value":[]}}}|field config.tensors.w.shape[1]: expected a whole number from 1 on
            {"takes":"function","tensors":{"w":{"shape":[3000,3000],"value":[1]}}}|field config.tensors.w.shape[1]: expected a whole number from 1 on, and at most 4194304 numbers in all
            {"takes":"function","tensors":{"w":{"value":[1,"NaN"]}}}|field config.tensors.w.value[1]: expected a finite number, found NaN
            {"takes":"function","tensors":{"w":{"value":{"npz":"/nowhere.npz","key":"w"}}}}|/nowhere.npz: expected a file, found none
            """)
    void whatItSaysOfItselfIsCheckedFieldByField(String config, String sentence) {
        assertThatThrownBy(() -> scripts().start(Scripts.introduced(config)))
                .isInstanceOf(InputException.class)
                .message()
                .matches("(?s)mine\\.sh[,:] .*")
                .contains(sentence, "(sent {\"id\":0,");
    }

    @Test
    void namesThatAreNotKnownArePassedOverWhereOthersAre() throws IOException {
        String config =
                "{\"takes\":\"network\",\"activations\":[\"Swiglu\",\"ReLU\",\"tanh\"],\"losses\":[\"mine\",\"huber\"],"
                        + "\"colour\":\"red\"}";
        try (var started = scripts().start(Scripts.introduced(config) + "cat > /dev/null\n")) {
            var networks = (Ability.Networks) started.program().ability();
            assertThat(networks.activations()).extracting("id").containsExactly("relu", "tanh");
            assertThat(networks.losses()).extracting("id").containsExactly("huber");
            assertThat(networks.reductions()).hasSize(2);
        }
    }

    @Test
    void aModuleThatItDoesNotHaveIsNamed() {
        String script =
                "read line; echo '{\"id\":0}'\nread line; echo '{\"id\":1,\"success\":false,\"error\":\"hello only\"}'\n";
        assertThatThrownBy(() -> scripts().start(script))
                .isInstanceOf(InputException.class)
                .hasMessage(
                        "mine.sh: it does not have the module 'network': hello only (sent {\"id\":1,\"kind\":\"define\","
                                + "\"module\":\"network\"}, came {\"id\":1,\"success\":false,\"error\":\"hello only\"})");
    }

    @Test
    void aLineMoreThanWasAskedForBreaksTheOrder() throws Exception {
        String script = Scripts.INTRODUCED
                + "read line; echo '{\"id\":2,\"success\":true,\"output\":1}'; echo '{\"id\":3,\"success\":true,\"output\":2}'\n"
                + "cat > /dev/null\n";
        try (var started = scripts().start(script)) {
            assertThat(started.program().loss(scripts().task())).isEqualTo(new Answer.Given<>(1.0));
            Thread.sleep(100);
            Answer<Double> second = started.program().loss(scripts().task());
            assertThat(second).isInstanceOf(Answer.Broken.class);
            assertThat(second.toString())
                    .contains("mine.sh: expected one line for each message, found one more (sent {\"id\":3,");
            // Nothing more is asked.
            assertThat(started.program().gradient(scripts().task())).hasToString(second.toString());
        }
    }

    @Test
    void allAnswersTogetherHaveALimitThatStartingAgainDoesNotRenew() throws IOException {
        var limits = new Limits(Duration.ofSeconds(5), Duration.ofMillis(900));
        String sentence = "mine.sh: the 0.9 s for all answers together are over (sent {\"id\":2,";
        try (var started = scripts().start(Scripts.INTRODUCED + "sleep 9\n", limits)) {
            assertThat(started.program().loss(scripts().task())).asString().contains(sentence);
            assertThatThrownBy(() -> started.program().again())
                    .isInstanceOf(InputException.class)
                    .hasMessageContaining("the 0.9 s for all answers together are over (sent {\"id\":0,");
        }
    }

    /** More than the pipe holds: only a thread of its own can wait to get rid of it. */
    @Test
    void whatIsNotReadHoldsNobodyUp() throws IOException {
        String config = "{\"takes\":\"function\",\"tensors\":{\"w\":{\"shape\":[1],\"value\":[1]}}}";
        try (var started = scripts().start(Scripts.introduced(config) + "sleep 9\n", Scripts.SHORT)) {
            Answer<Double> answer = started.program().loss(List.of(new double[200_000]));
            assertThat(answer).isInstanceOf(Answer.Broken.class).asString().contains("no answer within 0.7 s");
        }
    }
}
