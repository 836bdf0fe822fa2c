package handgrad.cli;

import handgrad.InputException;
import handgrad.input.claim.Case;
import handgrad.input.claim.CaseFile;
import handgrad.judge.diagnosis.Diagnosis.Separating;
import handgrad.lab.result.Verification;
import handgrad.show.Reports;
import handgrad.show.file.Destination;
import handgrad.show.file.FolderNames;
import handgrad.show.file.ResultsFolder;
import handgrad.show.page.Neighbours;
import handgrad.show.page.Page;
import handgrad.show.page.ResultsIndex;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import picocli.CommandLine.Option;

/** The files that {@code handgrad verify} writes when it is asked to. What is not given is null. */
final class VerifyFiles {
    private static final String SEPARATE = "--separate";

    @Option(
            names = "--report",
            description = "Also write a report with pictures of the errors, to results/verify/NAME/report.md.")
    private boolean report;

    @Option(names = "--results", paramLabel = "DIR", description = "Folder of the reports. Default: results.")
    private Path results;

    @Option(
            names = SEPARATE,
            paramLabel = "FILE",
            description =
                    "Where two mistakes fit a gradient equally well, write a case there that tells them apart: a new "
                            + "file.")
    private Path separate;

    private ResultsFolder root;
    private ResultsFolder folder;

    /**
     * Looks, before any work is done, whether what was asked for can be written.
     *
     * @throws InputException if not; the message names the option
     */
    void check() {
        if (results != null && !report) {
            throw new InputException("--results %s: is for --report, which was not given".formatted(results));
        }
        if (separate != null) {
            Destination.checkFree(SEPARATE, separate);
        }
        if (report) {
            root = root();
            folder = verifications(root);
        }
    }

    /** Whether a report was asked for. */
    boolean reporting() {
        return report;
    }

    /** Where the pages of a folder of submissions go, which are always written. */
    ResultsFolder ofSubmissions(String name) {
        if (report || separate != null) {
            throw new InputException("%s: is for one gradient, not for a folder; a folder's pages are always written"
                    .formatted(report ? "--report" : SEPARATE));
        }
        return verifications(root()).sub(new FolderNames().of(name));
    }

    private ResultsFolder root() {
        return ResultsFolder.at(results == null ? Path.of("results") : results);
    }

    private static ResultsFolder verifications(ResultsFolder root) {
        return root.sub("verify");
    }

    /** Complains where files were asked for that there are none of. */
    void refuse(String subject) {
        if (report || separate != null) {
            throw new InputException(
                    "%s: is for networks, not for %s".formatted(report ? "--report" : SEPARATE, subject));
        }
    }

    /** Writes what was asked for, and says where. */
    void write(List<Verification> verified, VerifyOutput output) {
        if (report) {
            var names = new FolderNames();
            for (Verification result : verified) {
                ResultsFolder own = folder.sub(names.of(result.question().name()));
                var texts = new LinkedHashMap<>(Reports.of(result));
                texts.putAll(Page.of(result)
                        .files(Neighbours.within(root.path(), own.path()).of(Page.FILE)));
                own.replace(texts, Reports.pictures(result));
                output.remark("Report: %s, for a browser %s"
                        .formatted(own.path().resolve("report.md"), own.path().resolve(Page.FILE)));
            }
            ResultsIndex.refresh(root);
        }
        if (separate != null) {
            output.remark(separating(verified)
                    .map(this::writeSeparating)
                    .orElse("--separate: no two mistakes fit equally well, so nothing was written"));
        }
    }

    private static Optional<Separating> separating(List<Verification> verified) {
        return verified.stream()
                .flatMap(result -> result.judged().stream())
                .flatMap(judged -> judged.diagnosis().stream())
                .flatMap(diagnosis -> diagnosis.separating().stream())
                .findFirst();
    }

    private String writeSeparating(Separating place) {
        var proposed =
                new Case("separating", place.parameters(), place.samples(), Optional.empty(), OptionalDouble.empty());
        ResultsFolder.write(SEPARATE, separate, CaseFile.write(proposed));
        return "Separating case: " + separate;
    }
}
