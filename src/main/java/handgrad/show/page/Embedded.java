package handgrad.show.page;

import tools.jackson.databind.json.JsonMapper;

/** JSON that may stand in a script element: no character of it can end the element, or a line of a script. */
final class Embedded {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private Embedded() {}

    static String json(Object data) {
        return MAPPER.writeValueAsString(data)
                .replace("<", "\\u003c")
                .replace("\u2028", "\\u2028")
                .replace("\u2029", "\\u2029");
    }
}
