package handgrad.input.program;

import handgrad.InputException;
import handgrad.Shown;
import handgrad.input.array.ArrayFile;
import handgrad.input.claim.JsonFields;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * What a program says before it is asked for anything.
 *
 * @param files the kind that long messages may be sent in; empty for none
 */
record Introduction(String tool, Ability ability, Optional<ArrayFile> files) {
    /**
     * Sends {@code start} and {@code define}.
     *
     * @param name of the command
     * @throws InputException if what it says is wrong, or if it does not have what it should
     */
    static Introduction of(Dialogue dialogue, String name) throws BrokenException {
        Reply start = dialogue.ask(dialogue.message("start").put("eval", "handgrad"));
        Introduction introduction = read(start, name);
        String module = introduction.ability instanceof Ability.Own ? "function" : "network";
        Reply defined = dialogue.ask(dialogue.message("define").put("module", module));
        JsonNode success = defined.json().path("success");
        if (!success.isBoolean() || !success.booleanValue()) {
            String error =
                    Outputs.error(defined.json()).map(said -> ": " + said).orElse("");
            throw new InputException(defined.said("it does not have the module '%s'%s".formatted(module, error)));
        }
        return introduction;
    }

    private static Introduction read(Reply start, String name) {
        try {
            JsonNode answer = new References(name).resolved(start.json());
            String tool = answer.path("tool").asString("");
            JsonNode config =
                    answer.hasNonNull("config") ? answer : Json.object().set("config", Json.object());
            var reader = new AbilityReader(JsonFields.root(name, config).field("config"));
            return new Introduction(tool.isBlank() ? name : Shown.text(tool), reader.ability(), reader.files());
        } catch (InputException e) {
            throw new InputException(start.exchange().with(e.getMessage(), start.came()), e);
        }
    }
}
