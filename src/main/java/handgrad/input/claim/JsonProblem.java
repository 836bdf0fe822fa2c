package handgrad.input.claim;

import handgrad.Shown;
import tools.jackson.core.JacksonException;

/** Why a text is no JSON, for complaints. */
public final class JsonProblem {
    private JsonProblem() {}

    public static String place(JacksonException e) {
        return e.getLocation() == null
                ? "somewhere"
                : "line %d, column %d"
                        .formatted(e.getLocation().getLineNr(), e.getLocation().getColumnNr());
    }

    /** Without what the library says of its own settings. */
    public static String said(JacksonException e) {
        return Shown.sentence(e.getOriginalMessage().replaceFirst("(?s) \\(start marker at .*", ""));
    }
}
