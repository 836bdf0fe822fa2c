package handgrad.show.text;

import handgrad.Figures;
import handgrad.Shown;
import handgrad.lab.result.Submission;
import handgrad.lab.result.Submission.Ruling;
import java.util.ArrayList;
import java.util.List;

/** What came of many submissions, for a reader: one table, and why some were not judged. */
public final class SubmissionsText {
    private SubmissionsText() {}

    /** For the terminal. */
    public static String plain(List<Submission> submissions, Screen screen) {
        var rows = submissions.stream()
                .map(each -> row(each, Shown.text(each.who())))
                .toList();
        var sheet = new Sheet(screen)
                .table(0, new TextTable(List.of("who", "verdict", "mistake", "layer"), rows).sparing("layer"))
                .gap();
        submissions.stream()
                .filter(each -> each.ruling() == Ruling.NOT_JUDGED)
                .forEach(each -> sheet.say(
                        "%s: not judged: %s".formatted(Shown.text(each.who()), Shown.sentence(each.sentence()))));
        return sheet.say(counted(submissions)).toString();
    }

    /**
     * For a page.
     *
     * @param pages of each submission, from the folder that this text is in: {@code FOLDER/FILE}
     */
    public static String markdown(String title, List<Submission> submissions, List<String> pages) {
        var rows = new ArrayList<List<String>>();
        for (int i = 0; i < pages.size(); i++) {
            Submission each = submissions.get(i);
            String page = pages.get(i);
            var row = new ArrayList<>(row(each, "[%s](%s)".formatted(page.replaceFirst("/.*", ""), page)));
            row.add(Shown.sentence(each.sentence()));
            rows.add(row);
        }
        return "# %s%n%n%s%n%n%s%n"
                .formatted(
                        MarkdownText.text(Shown.text(title)),
                        counted(submissions),
                        new TextTable(List.of("who", "verdict", "mistake", "layer", "what"), rows).markdown());
    }

    private static List<String> row(Submission each, String who) {
        return List.of(who, verdict(each), Shown.text(each.mistake()), Shown.text(each.layer()));
    }

    /** {@code pass}, {@code FAIL} or {@code not judged}. */
    public static String verdict(Submission each) {
        return each.ruling() == Ruling.FAIL ? "FAIL" : each.ruling().id().replace('-', ' ');
    }

    private static String counted(List<Submission> submissions) {
        return "%d of %s right, %d wrong, %d not judged."
                .formatted(
                        count(submissions, Ruling.PASS),
                        Figures.count(submissions.size(), "submission"),
                        count(submissions, Ruling.FAIL),
                        count(submissions, Ruling.NOT_JUDGED));
    }

    private static long count(List<Submission> submissions, Ruling ruling) {
        return submissions.stream().filter(each -> each.ruling() == ruling).count();
    }
}
