package handgrad.cli;

import handgrad.lab.result.Submission;
import handgrad.lab.result.Submission.Ruling;
import handgrad.show.file.FolderNames;
import handgrad.show.file.ResultsFolder;
import handgrad.show.page.Page;
import handgrad.show.page.Records;
import handgrad.show.page.ResultsIndex;
import handgrad.show.record.SubmissionRecords;
import handgrad.show.text.SubmissionsText;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import picocli.CommandLine.ExitCode;

/**
 * Judges all submissions of a folder, as many at a time as there are processors, and writes what came of them.
 *
 * @param folder of the table, of a page each, and of their index
 */
record SubmissionsCheck(String title, List<Submitted> submissions, ResultsFolder folder, VerifyOutput output) {
    private static final String TABLE = "submissions.csv";
    private static final String REPORT = "report.md";

    int call() {
        Map<Submitted, String> names = names();
        List<Submission> rows =
                Working.during("verifying " + title, output.screen(), new Pace(), output.err(), () -> judged(names));
        output.print(
                output.json() ? SubmissionRecords.json(rows) + "\n" : SubmissionsText.plain(rows, output.screen()));
        List<String> pages = names.values().stream().map(this::page).toList();
        folder.write(TABLE, SubmissionRecords.csv(rows));
        folder.write(REPORT, SubmissionsText.markdown(title, rows, pages));
        ResultsIndex.write(folder, Records.in(folder.path()).with(withoutPage(rows, pages)));
        output.remark("Table: %s and %s; for a browser %s"
                .formatted(
                        folder.path().resolve(TABLE),
                        folder.path().resolve(REPORT),
                        folder.path().resolve(ResultsIndex.FILE)));
        return rows.stream().allMatch(row -> row.ruling() == Ruling.PASS) ? ExitCode.OK : Ends.FAILED;
    }

    /** The index lists pages; of the others it says where their text is. */
    private static List<String> withoutPage(List<Submission> rows, List<String> pages) {
        return IntStream.range(0, rows.size())
                .filter(i -> pages.get(i).endsWith(Ruled.TEXT))
                .mapToObj(i -> "%s: %s".formatted(pages.get(i), SubmissionsText.verdict(rows.get(i))))
                .toList();
    }

    private Map<Submitted, String> names() {
        var free = new FolderNames();
        var names = new LinkedHashMap<Submitted, String>();
        submissions.forEach(each -> names.put(each, free.of(each.who())));
        return names;
    }

    private String page(String name) {
        boolean html = Files.exists(folder.path().resolve(name).resolve(Page.FILE));
        return "%s/%s".formatted(name, html ? Page.FILE : Ruled.TEXT);
    }

    private List<Submission> judged(Map<Submitted, String> names) {
        ExecutorService pool = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
        try {
            var turns = new ArrayList<Future<Submission>>();
            names.forEach((each, name) -> turns.add(pool.submit(() -> each.judge(folder.sub(name)))));
            var rows = new ArrayList<Submission>();
            for (int i = 0; i < turns.size(); i++) {
                rows.add(result(submissions.get(i), turns.get(i)));
            }
            return rows;
        } finally {
            pool.shutdownNow();
        }
    }

    /** A fault of this program in one of them does not stop the others. */
    private static Submission result(Submitted submitted, Future<Submission> turn) {
        try {
            return turn.get();
        } catch (ExecutionException e) {
            return Submission.notJudged(
                    submitted.who(), "this is a fault of Handgrad, not of the submission: " + e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Submission.notJudged(submitted.who(), "interrupted");
        }
    }
}
