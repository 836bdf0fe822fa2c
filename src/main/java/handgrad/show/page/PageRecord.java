package handgrad.show.page;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/**
 * One {@code page.json} that was found.
 *
 * @param folder where it is, from the folder that was searched; empty for that folder itself
 * @param summary its fields that an index tells of, with the losses thinned: the whole may be large
 * @param page the file beside it that a reader opens, {@code report.html} or {@code report.md}; empty where there is neither
 */
public record PageRecord(Path folder, JsonNode summary, String page) {
    /** The names of the folders that lead there. */
    List<String> names() {
        return StreamSupport.stream(folder.spliterator(), false)
                .map(Path::toString)
                .filter(name -> !name.isEmpty())
                .toList();
    }

    boolean isStudy() {
        return summary.path("kind").asString("").equals("study");
    }
}
