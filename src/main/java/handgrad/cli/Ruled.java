package handgrad.cli;

import handgrad.lab.result.Submission;
import handgrad.lab.result.Verification;
import handgrad.show.file.Link;
import handgrad.show.file.ResultsFolder;
import handgrad.show.page.Page;
import handgrad.show.page.ResultsIndex;
import handgrad.show.text.Screen;
import java.util.List;
import java.util.Map;

/**
 * A submission that has been judged.
 *
 * @param files its page by name, with its contents
 */
record Ruled(Submission row, Map<String, String> files) {
    /** The page of a submission that there is no gradient of a network of. */
    static final String TEXT = "report.txt";

    /** Made when all are judged. */
    private static final Link INDEX = new Link("All submissions", "../" + ResultsIndex.FILE);

    static Ruled notJudged(String who, String reason) {
        return of(Submission.notJudged(who, reason), reason + "\n");
    }

    static Ruled of(Submission row, String text) {
        return new Ruled(row, Map.of(TEXT, text));
    }

    static Ruled of(Submission row, Verification shown) {
        return new Ruled(row, Page.of(shown.of(row.who())).files(List.of(INDEX)));
    }

    /** A case file, or a Java class: the first case that is not right is shown. */
    static Ruled of(String who, Subject subject) {
        if (subject.function().isPresent()) {
            return of(
                    Submission.of(who, subject.function().get()),
                    subject.text(Screen.FILE) + subject.details(Screen.FILE));
        }
        List<Verification> results = subject.results();
        Verification shown =
                results.stream().filter(result -> !result.passes()).findFirst().orElse(results.get(0));
        return of(Submission.of(who, results), shown);
    }

    /** Writes its page in the place of one that was there before. */
    Submission written(ResultsFolder folder) {
        folder.replace(files, Map.of());
        return row;
    }
}
