package handgrad.show.file;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.Map;

/** Templates that the build has compiled. */
public enum Template {
    /** Markdown and Python: what is put in stands as it is. */
    PLAIN(ContentType.Plain, "handgrad.show.templates"),
    /** Pages: what is put in is escaped for the place where it stands. */
    HTML(ContentType.Html, "handgrad.show.pages");

    private final ContentType type;
    private final String folder;

    Template(ContentType type, String folder) {
        this.type = type;
        this.folder = folder;
    }

    /** A template of one parameter, filled. */
    public String filled(String name, Object value) {
        var output = new StringOutput();
        engine().render(name, value, output);
        return output.toString();
    }

    /** A template of several parameters, filled. */
    public String filled(String name, Map<String, Object> values) {
        var output = new StringOutput();
        engine().render(name, values, output);
        return output.toString();
    }

    private TemplateEngine engine() {
        return TemplateEngine.createPrecompiled(null, type, null, folder);
    }
}
