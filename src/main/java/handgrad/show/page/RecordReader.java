package handgrad.show.page;

import handgrad.InputException;
import handgrad.Shown;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads of a {@code page.json} what an index tells, and passes over the rest: pictures and maps are most of such a file. */
final class RecordReader {
    private static final Set<String> KEPT = Set.of(
            "format",
            "kind",
            "experiment",
            "variant",
            "title",
            "asked",
            "question",
            "subtitle",
            "network",
            "seed",
            "time",
            "commit",
            "verdict",
            "learning",
            "ended",
            "checks",
            "losses",
            "parameterDifferences",
            "parameterDifference",
            "scoreName",
            "trainScores",
            "testScores",
            "configuration",
            "runs");

    private static final Set<String> KINDS = Set.of("run", "study", "verification");

    /** Reads a value out of the middle of a file. */
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private RecordReader() {}

    /**
     * The fields of a file that are kept.
     *
     * @throws InputException if it is none of this program's or damaged; the message says only what is wrong
     */
    static ObjectNode read(Path file) {
        try (InputStream in = Files.newInputStream(file);
                JsonParser parser = MAPPER.createParser(in)) {
            JsonToken first = parser.nextToken();
            if (first != JsonToken.START_OBJECT) {
                throw new InputException(
                        first == null ? "is empty" : "is no record of this program's: expected an object");
            }
            ObjectNode fields = fields(parser);
            if (parser.nextToken() != null) {
                throw new InputException("is damaged: something follows its end");
            }
            check(fields);
            Curves.shorten(fields);
            return fields;
        } catch (JacksonException e) {
            throw new InputException("is damaged: " + where(e), e);
        } catch (IOException | SecurityException e) {
            throw new InputException("cannot be read", e);
        }
    }

    /**
     * Looks at a record for programs, {@code run.json}.
     *
     * @throws InputException if it is none of this program's, damaged, or has no page beside it; as above
     */
    static void checkRun(Path file) {
        try {
            JsonNode run = MAPPER.readTree(file);
            if (!run.isObject() || !run.path("experiment").isString()) {
                throw new InputException("is no record of this program's: expected an object with an experiment");
            }
        } catch (JacksonException e) {
            throw new InputException("is damaged: " + where(e), e);
        } catch (SecurityException e) {
            throw new InputException("cannot be read", e);
        }
        if (!Files.exists(file.resolveSibling(Page.DATA))) {
            throw new InputException("there is no page.json beside it, of which a page could be made: run it again");
        }
    }

    private static ObjectNode fields(JsonParser parser) {
        ObjectNode fields = MAPPER.createObjectNode();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            parser.nextToken();
            if (KEPT.contains(name)) {
                JsonNode value = MAPPER.readTree(parser);
                fields.set(name, value);
            } else {
                parser.skipChildren();
            }
        }
        return fields;
    }

    private static void check(ObjectNode fields) {
        JsonNode format = fields.path("format");
        boolean named = List.of("kind", "experiment", "title").stream()
                .allMatch(name -> fields.path(name).isString());
        if (!format.isNumber()) {
            throw new InputException("is no record of this program's: it has no format");
        }
        if (!format.isInt() || format.intValue() != Page.FORMAT) {
            throw new InputException("is of format %s, expected %d: another version of this program wrote it"
                    .formatted(Shown.text(format.asString()), Page.FORMAT));
        }
        if (!named
                || !KINDS.contains(fields.path("kind").asString(""))
                || !fields.path("verdict").isObject()) {
            throw new InputException(
                    "is no record of this program's: expected a kind, an experiment, a title and a verdict");
        }
        for (String name : List.of("losses", "parameterDifferences", "trainScores", "testScores", "configuration")) {
            JsonNode value = fields.path(name);
            if (!(value instanceof ArrayNode) && !value.isMissingNode() && !value.isNull()) {
                throw new InputException("is damaged: expected '%s' to be an array".formatted(name));
            }
        }
    }

    private static String where(JacksonException e) {
        var location = e.getLocation();
        return location == null || location.getLineNr() < 0
                ? "it is no JSON"
                : "it is no JSON after line %d, column %d".formatted(location.getLineNr(), location.getColumnNr());
    }
}
