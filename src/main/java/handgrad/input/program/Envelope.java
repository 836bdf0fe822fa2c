package handgrad.input.program;

import handgrad.Shown;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** A line of standard output as the answer that it should be: an object with the id of a message. */
record Envelope(int id, JsonNode json) {
    private static final String OTHER =
            "expected a JSON object, found other text: standard output is for answers alone, "
                    + "print what else there is to say on standard error";

    /** @throws BrokenException if it is none */
    static Envelope of(Line line, Exchange exchange) throws BrokenException {
        String came = line.beginning();
        if (line instanceof Line.Endless) {
            throw new BrokenException(exchange.said(
                    "expected a line of at most %d MB, found a longer one".formatted(Lines.LONGEST >> 20), came));
        }
        JsonNode answer = json(line, exchange);
        if (!answer.isObject()) {
            throw new BrokenException(exchange.said(OTHER, came));
        }
        JsonNode id = answer.path("id");
        if (!id.isIntegralNumber() || !id.canConvertToInt()) {
            throw new BrokenException(exchange.said("expected a field 'id' with the number of the message", came));
        }
        return new Envelope(id.intValue(), answer);
    }

    private static JsonNode json(Line line, Exchange exchange) throws BrokenException {
        try {
            return Json.read(line.bytes());
        } catch (JacksonException e) {
            String came = line.beginning();
            boolean meant = came.stripLeading().startsWith("{");
            throw new BrokenException(exchange.said(meant ? "not valid JSON, " + reason(e) : OTHER, came));
        }
    }

    private static String reason(JacksonException e) {
        // Without what the library says of its own settings.
        String reason = Shown.text(e.getOriginalMessage().replaceFirst("(?s) \\(start marker at .*", ""));
        return e.getLocation() == null
                ? reason
                : "column %d: %s".formatted(e.getLocation().getColumnNr(), reason);
    }
}
