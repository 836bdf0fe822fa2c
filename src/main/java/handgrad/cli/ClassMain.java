package handgrad.cli;

import handgrad.InputException;
import handgrad.engine.nd4j.Nd4jSettings;
import handgrad.lab.Examiner;
import handgrad.network.Precision;
import handgrad.show.file.ResultsFolder;
import handgrad.show.record.SubmissionRecords;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** The program that {@link ClassProcess} starts: judges one Java class, writes its page, and a file with what it comes to. */
final class ClassMain {
    /** How it ends when it has written all; a class that ends Java by itself seldom does with this code. */
    static final int DONE = 87;

    private ClassMain() {}

    /**
     * Judges one class.
     *
     * @param args who, file, precision, seconds on each case, folder of the page, file of the row
     */
    public static void main(String[] args) throws IOException {
        Locale.setDefault(Locale.ROOT);
        Nd4jSettings.apply();
        endWith(System.in);
        Ruled ruled = ruled(
                args[0], Path.of(args[1]), Precision.valueOf(args[2]), Duration.ofSeconds(Long.parseLong(args[3])));
        ruled.written(ResultsFolder.at(Path.of(args[4])));
        Files.writeString(Path.of(args[5]), SubmissionRecords.text(ruled.row()));
        // The class may have threads that run on, and hooks that never end.
        Runtime.getRuntime().halt(DONE);
    }

    private static Ruled ruled(String who, Path file, Precision precision, Duration limit) {
        try {
            return Ruled.of(who, Subject.ofClass(new Examiner(List.of(), precision), file, limit));
        } catch (InputException e) {
            return Ruled.notJudged(who, e.getMessage());
        } catch (OutOfMemoryError e) {
            return Ruled.notJudged(
                    who,
                    "%s: needs more than %d MB of memory"
                            .formatted(file.getFileName(), Runtime.getRuntime().maxMemory() >> 20));
        }
    }

    /** Whoever started this keeps its standard input open as long as it lives. */
    private static void endWith(InputStream parent) {
        var watching = new Thread(
                () -> {
                    try {
                        parent.transferTo(OutputStream.nullOutputStream());
                    } catch (IOException e) {
                        // Closed as well.
                    }
                    Runtime.getRuntime().halt(Ends.FAULT);
                },
                "parent");
        watching.setDaemon(true);
        watching.start();
    }
}
