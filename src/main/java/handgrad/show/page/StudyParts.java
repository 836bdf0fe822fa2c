package handgrad.show.page;

import handgrad.lab.result.Run;
import handgrad.lab.result.Study;
import handgrad.show.file.FolderNames;
import handgrad.show.text.CommandText;
import handgrad.show.text.MarkdownText;
import handgrad.show.text.StudyTables;
import handgrad.show.text.TextTable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A study: its runs beside each other. */
final class StudyParts {
    private StudyParts() {}

    /**
     * @param links where the page of each run is
     * @param marks of each run that failed or stuck; null of the others
     */
    record Runs(List<String> header, List<List<String>> rows, List<String> links, List<Mark> marks) {}

    /** @param kind {@code failed} or {@code stuck} */
    record Mark(String kind, String words) {}

    static Map<String, Object> of(Study study) {
        Run first = study.runs().get(0);
        Map<String, Object> parts = new LinkedHashMap<>(Opening.topic(study.topic()));
        parts.put("variant", null);
        parts.put("expected", study.topic().expectation().orElse(null));
        parts.put("title", study.topic().experiment());
        parts.put("subtitle", "%d runs. %s".formatted(study.runs().size(), StudyTables.subject(study)));
        parts.put("time", first.provenance().time());
        parts.put("commit", first.provenance().commit());
        parts.put(
                "verdict",
                new Opening.Verdict(
                        "study",
                        study.asExpected(),
                        "A study of %d runs.".formatted(study.runs().size())));
        parts.put("findings", study.findings());
        parts.put("engines", study.runs().stream().map(StudyParts::name).toList());
        parts.put("losses", study.runs().stream().map(StudyParts::losses).toList());
        TextTable summary = StudyTables.summary(study);
        parts.put(
                "runs",
                new Runs(
                        summary.header(),
                        summary.rows(),
                        links(study),
                        study.runs().stream().map(StudyParts::mark).toList()));
        parts.put("provenance", MarkdownText.provenance(first.provenance()).rows());
        parts.put("commands", new Closing.Commands(CommandText.of(study.topic()), null));
        return parts;
    }

    private static String name(Run run) {
        return run.topic().variant().orElseThrow();
    }

    /** What is to be seen at once of a run among many. */
    private static Mark mark(Run run) {
        if (!run.verdict().success()) {
            return new Mark("failed", "✗ failed");
        }
        return switch (run.learning()) {
            case DIVERGED -> new Mark("failed", "✗ diverged");
            case STUCK -> new Mark("stuck", "— stuck");
            case LEARNED, STILL_FALLING -> null;
        };
    }

    private static Series losses(Run run) {
        return Series.of(name(run), run.training(), run::loss);
    }

    /** The folders are named in the order of the runs. */
    private static List<String> links(Study study) {
        var names = new FolderNames();
        var links = new ArrayList<String>();
        study.runs().forEach(run -> links.add(names.of(name(run)) + "/" + Page.FILE));
        return links;
    }
}
