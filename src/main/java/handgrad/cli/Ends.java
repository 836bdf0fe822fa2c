package handgrad.cli;

import handgrad.InputException;
import handgrad.Shown;
import handgrad.cli.StandardOutput.Unwritable;
import handgrad.show.text.Lines;
import handgrad.show.text.Screen;
import handgrad.show.text.Screen.Tone;
import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine.ExitCode;

/** What ends the program before its time, in one sentence and an exit code; code 1 stays with gradients and runs. */
final class Ends {
    /** A gradient or a run failed. */
    static final int FAILED = 1;

    /** The program could not do its work. */
    static final int FAULT = 70;

    /** What a shell says of a program that was ended because nobody reads what it writes. */
    private static final int NOBODY_READS = 141;

    private static final long MEBIBYTE = 1 << 20;

    private Ends() {}

    /**
     * Says on standard error what has happened.
     *
     * @return the exit code
     */
    static int told(Throwable e, PrintWriter err, Screen screen) {
        if (e instanceof Unwritable unwritable && unwritable.nobodyReads()) {
            return NOBODY_READS;
        }
        if (isFault(e)) {
            e.printStackTrace(err);
        }
        String sentence = "handgrad: " + Shown.lines(sentence(e));
        // What has several lines, as a compiler's words, is set already.
        List<String> lines = sentence.contains("\n") ? List.of(sentence) : Lines.broken(sentence, screen.width());
        lines.forEach(line -> err.println(screen.in(Tone.BAD, line)));
        err.flush();
        return e instanceof InputException ? ExitCode.USAGE : FAULT;
    }

    private static boolean isFault(Throwable e) {
        return !(e instanceof InputException || e instanceof Unwritable || e instanceof OutOfMemoryError);
    }

    private static String sentence(Throwable e) {
        if (e instanceof InputException) {
            return e.getMessage();
        }
        if (e instanceof Unwritable) {
            return "standard output cannot be written: " + e.getMessage();
        }
        if (e instanceof OutOfMemoryError) {
            long most = Runtime.getRuntime().maxMemory() / MEBIBYTE;
            return "this needs more than the %d MB of memory that Java may take: HANDGRAD_JAVA_OPTIONS=-Xmx%dm gives it more"
                    .formatted(most, 2 * most);
        }
        return "this is a fault of the program, not of your input";
    }
}
