package handgrad.input.program;

import handgrad.InputException;
import handgrad.Shown;
import handgrad.input.claim.JsonFields;
import handgrad.input.claim.JsonProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.core.JacksonException;

/** The programs of a folder, in a file beside them: {@code {"programs": {"ann": "python3 ann.py"}}}. */
public final class ProgramList {
    /** The file's name. */
    public static final String FILE = "handgrad.json";

    private ProgramList() {}

    /**
     * The commands by the names of their programs, in the file's order; none where there is no such file.
     *
     * @throws InputException if the file cannot be read, or anything in it is wrong
     */
    public static Map<String, String> in(Path folder) {
        Path file = folder.resolve(FILE);
        var programs = new LinkedHashMap<String, String>();
        if (!Files.exists(file)) {
            return programs;
        }
        JsonFields document = read(file);
        for (String field : document.names()) {
            if (!field.equals("programs")) {
                throw document.wrong("expected one field, 'programs', found '%s'".formatted(Shown.text(field)));
            }
        }
        JsonFields list = document.field("programs");
        list.names().forEach(name -> programs.put(name, list.field(name).text()));
        return programs;
    }

    private static JsonFields read(Path file) {
        String name = Shown.sentence(file.toString());
        try {
            return JsonFields.root(name, Json.read(Files.readAllBytes(file)));
        } catch (IOException e) {
            throw new InputException("%s: cannot be read".formatted(name), e);
        } catch (JacksonException e) {
            throw new InputException(
                    "%s, %s: expected JSON, {\"programs\": {\"NAME\": \"COMMAND\"}}: %s"
                            .formatted(name, JsonProblem.place(e), JsonProblem.said(e)),
                    e);
        }
    }
}
