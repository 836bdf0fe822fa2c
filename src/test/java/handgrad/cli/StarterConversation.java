package handgrad.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A program that speaks the protocol, asked message by message. */
final class StarterConversation implements AutoCloseable {
    private static final JsonMapper MAPPER = new JsonMapper();

    private final Process process;
    private final Writer in;
    private final BufferedReader out;
    private int id;

    StarterConversation(List<String> command) throws IOException {
        this.process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        this.in = process.outputWriter();
        this.out = process.inputReader();
    }

    /**
     * Sends a message and waits for its answer, which has its id.
     *
     * @param fields as JSON, without braces
     */
    JsonNode ask(String kind, String fields) throws Exception {
        in.write("{\"id\":%d,\"kind\":\"%s\"%s}\n".formatted(id, kind, fields.isEmpty() ? "" : "," + fields));
        in.flush();
        // A program that does not answer fails the test and does not stop it.
        String line = CompletableFuture.supplyAsync(
                        () -> out.lines().findFirst().orElse("{}"))
                .get(20, TimeUnit.SECONDS);
        JsonNode answer = MAPPER.readTree(line);
        assertThat(answer.path("id").asInt(-1)).as(line).isEqualTo(id++);
        return answer;
    }

    JsonNode evaluate(String function, String input) throws Exception {
        JsonNode answer = ask(
                "evaluate",
                "\"module\":\"network\",\"function\":\"%s\",\"input\":%s".formatted(function, input.strip()));
        assertThat(answer.path("success").asBoolean(false)).isTrue();
        return answer.get("output");
    }

    /** A case with something added at its end. */
    static String with(String json, String field, JsonNode value) {
        return ((ObjectNode) MAPPER.readTree(json)).set(field, value).toString();
    }

    /** Ends the input, on which the program ends by itself. */
    @Override
    public void close() throws IOException {
        in.close();
        CompletableFuture<Process> end = process.onExit().completeOnTimeout(null, 10, TimeUnit.SECONDS);
        Process ended = end.join();
        process.destroyForcibly();
        assertThat(ended).as("ends").isNotNull();
        assertThat(process.exitValue()).isZero();
    }
}
