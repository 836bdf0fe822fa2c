package handgrad.input.program;

import handgrad.InputException;
import handgrad.Shown;
import handgrad.input.claim.JsonFields;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/** Opens the answer to {@code evaluate}: what came, or why nothing did. */
record Outputs(String name) {
    /**
     * What an answer says.
     *
     * @param reader of the whole answer
     */
    <T> Answer<T> read(Question question, Reply reply, Function<JsonFields, T> reader) {
        JsonNode answer = reply.json();
        JsonNode success = answer.path("success");
        if (!success.isBoolean()) {
            return new Answer.Failed<>(reply.said("expected \"success\": true or false, found none"));
        }
        if (!success.booleanValue()) {
            String error = error(answer).orElse("it does not say why");
            return answer.path("unsupported").asBoolean(false)
                    ? new Answer.Unsupported<>("%s: %s".formatted(name, error))
                    : new Answer.Failed<>(reply.said("it has failed: " + error));
        }
        try {
            JsonNode resolved = new References(name).resolved(answer);
            question.removeSurplus(resolved.path("output"));
            return new Answer.Given<>(reader.apply(JsonFields.root(name, resolved)));
        } catch (InputException e) {
            return new Answer.Failed<>(reply.exchange().with(e.getMessage(), reply.came()));
        }
    }

    /** What an answer says of its failure, fit to print. */
    static Optional<String> error(JsonNode answer) {
        return Optional.of(answer.path("error").asString(""))
                .filter(text -> !text.isBlank())
                .map(Shown::sentence);
    }
}
