package handgrad.input.program;

import tools.jackson.databind.JsonNode;

/** An answer with the right id, beside what was sent and the beginning of what came. */
record Reply(JsonNode json, Exchange exchange, String came) {
    /** See {@link Exchange#said(String, String)}. */
    String said(String problem) {
        return exchange.said(problem, came);
    }
}
