package handgrad.input.program;

import static org.assertj.core.api.Assertions.assertThat;

import handgrad.input.claim.Case;
import handgrad.input.claim.CaseFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Programs to be asked, as shell scripts in a folder: most of them answer from a list, and keep what they were asked. */
record Scripts(Path folder) {
    /** 2-1, identity, half the squared error, mean over 2 samples. */
    static final String CASE = """
            {"name":"line","layers":[{"weights":[[0.5],[-0.25]],"bias":[0.1],"activation":"identity"}],\
            "loss":"half-squared-error","reduction":"mean","x":[[1,2],[3,4]],"y":[[1],[0]],"learningRate":0.5}""";

    /** For a program that gives no answer; time enough for one that does, on a busy machine. */
    static final Limits SHORT = new Limits(Duration.ofMillis(700), Duration.ofSeconds(60));

    /** Lines of shell that answer the first two messages. */
    static String introduced(String config) {
        return """
                read line; echo '{"id":0,"tool":"mine","config":%s}'
                read line; echo '{"id":1,"success":true}'
                """.formatted(config);
    }

    static final String DEFINED = "{\"id\":1,\"success\":true}";

    /** L = scale / 2 sum w^2. */
    static final String OWN = """
            {"id":0,"tool":"mine","config":{"takes":"function","precision":"float32","tensors":{
             "scale":{"shape":[],"value":2,"differentiate":false},
             "w":{"shape":[2,2],"value":[1,2,3,4]}}}}""".replace("\n", "");

    static final String INTRODUCED = introduced("{}");

    /** The same program, and what it is told on standard error. */
    record Started(Program program, List<String> remarks) implements AutoCloseable {
        @Override
        public void close() {
            program.close();
        }
    }

    Case task() throws IOException {
        return CaseFile.read(Files.writeString(folder.resolve("case.json"), CASE));
    }

    Started start(String script) throws IOException {
        return start(script, Limits.DEFAULT);
    }

    Started start(String script, Limits limits) throws IOException {
        List<String> remarks = Collections.synchronizedList(new ArrayList<>());
        return new Started(Program.start(command(script), limits, remarks::add), remarks);
    }

    String command(String script) throws IOException {
        return "sh '%s'".formatted(Files.writeString(folder.resolve("mine.sh"), script));
    }

    /** A script that answers each message with the next of the answers. */
    String answering(String... answers) {
        var script = new StringBuilder();
        for (String answer : answers) {
            script.append("IFS= read -r line; printf '%%s\\n' \"$line\" >> '%s'\n".formatted(log()))
                    .append("cat <<'END'\n%s\nEND\n".formatted(answer));
        }
        return script.append("cat > '%s'\n".formatted(folder.resolve("rest"))).toString();
    }

    private Path log() {
        return folder.resolve("log");
    }

    /** The messages that an answering script was sent. */
    List<String> messages() throws IOException {
        return Files.readAllLines(log());
    }

    /** The answer, which has to be one. */
    static <T> T given(Answer<T> answer) {
        assertThat(answer).isInstanceOf(Answer.Given.class);
        return ((Answer.Given<T>) answer).value();
    }
}
