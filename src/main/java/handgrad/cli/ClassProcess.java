package handgrad.cli;

import handgrad.Shown;
import handgrad.lab.result.Submission;
import handgrad.network.Precision;
import handgrad.show.file.ResultsFolder;
import handgrad.show.record.SubmissionRecords;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import tools.jackson.core.JacksonException;

/**
 * Judges a Java class in a JVM of its own, which takes its harm with it: a class that ends Java, fills the memory or never
 * returns ends that JVM alone.
 *
 * @param answer how long it may take on each case
 * @param whole how long it may take in all
 */
record ClassProcess(Path file, Precision precision, Duration answer, Duration whole) {
    private static final String MEMORY = "-Xmx512m";

    /** Where the launcher names the archive of classes that it made. */
    private static final String ARCHIVE = "handgrad.archive";

    /** Judges it and writes its page there. */
    Submission judge(String who, ResultsFolder page) {
        try {
            Path row = Files.createTempFile("handgrad", ".json");
            try {
                return judge(who, page, row);
            } finally {
                Files.deleteIfExists(row);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Submission.notJudged(who, "interrupted");
        }
    }

    private Submission judge(String who, ResultsFolder page, Path row) throws IOException, InterruptedException {
        // Its standard input stays open until this program ends, by which it knows.
        Process process = new ProcessBuilder(command(who, page, row))
                .redirectOutput(Redirect.DISCARD)
                .redirectError(Redirect.DISCARD)
                .start();
        try {
            if (!process.waitFor(whole.toMillis(), TimeUnit.MILLISECONDS)) {
                return failed(who, page, "took longer than %d s".formatted(whole.toSeconds()));
            }
            return process.exitValue() == ClassMain.DONE
                    ? SubmissionRecords.read(row)
                    : failed(who, page, "the class ended Java (exit code %d)".formatted(process.exitValue()));
        } catch (JacksonException e) {
            return failed(who, page, "the class ended Java before it was judged");
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    private Submission failed(String who, ResultsFolder page, String reason) {
        return Ruled.notJudged(
                        who, "%s: %s".formatted(Shown.text(file.getFileName().toString()), reason))
                .written(page);
    }

    private List<String> command(String who, ResultsFolder page, Path row) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                MEMORY,
                "-XX:+UseSerialGC",
                // Most of its time goes into starting: compiled soon, from what the launcher has kept of the classes.
                "-XX:TieredStopAtLevel=1",
                Optional.ofNullable(System.getProperty(ARCHIVE))
                        .map("-XX:SharedArchiveFile="::concat)
                        .orElse("-Xshare:auto"),
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=error",
                "-cp",
                System.getProperty("java.class.path"),
                ClassMain.class.getName(),
                who,
                file.toString(),
                precision.name(),
                String.valueOf(answer.toSeconds()),
                page.path().toString(),
                row.toString());
    }
}
