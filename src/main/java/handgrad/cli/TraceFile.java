package handgrad.cli;

import handgrad.InputException;
import handgrad.judge.trace.Digits;
import handgrad.lab.result.Traced;
import handgrad.show.file.Destination;
import handgrad.show.file.Link;
import handgrad.show.file.OwnPage;
import handgrad.show.file.ResultsFolder;
import handgrad.show.page.Neighbours;
import handgrad.show.trace.TracePage;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Option;

/** The file that {@code handgrad trace} writes when it is asked to. What is not given is null. */
final class TraceFile {
    private static final String HTML = "--html";

    @Option(
            names = HTML,
            paramLabel = "FILE",
            description = "Also write it as a page with the graph drawn, to FILE.html. An older such page is replaced.")
    private Path html;

    /**
     * Looks, before any work is done, whether the page can be written.
     *
     * @throws InputException if not; the message names the option
     */
    void check() {
        if (html == null) {
            return;
        }
        Destination.checkWritable(HTML, html);
        if (!OwnPage.mayReplace(html, TracePage.KIND)) {
            throw new InputException(
                    "%s %s: exists already and is no page of this program's, expected a name that is free"
                            .formatted(HTML, html));
        }
        if (!html.toString().toLowerCase(Locale.ROOT).endsWith(".html")) {
            throw new InputException("%s %s: expected a name that ends in .html".formatted(HTML, html));
        }
    }

    private List<Link> links() {
        return Neighbours.around(html.toAbsolutePath().getParent()).of(Neighbours.TRACE);
    }

    /** Writes what was asked for, and says where. */
    void write(Traced traced, Digits digits, PrintWriter err) {
        if (html == null) {
            return;
        }
        ResultsFolder.write(HTML, html, TracePage.of(traced, digits).html(links()));
        err.println("Page: " + html);
        err.flush();
    }
}
