package handgrad.cli;

import handgrad.show.text.Screen;
import handgrad.show.text.Sheet;
import java.io.PrintWriter;

/**
 * Where a verification is told, and how.
 *
 * @param json one document on standard output, and nothing else
 * @param verbose with the tables that the verdict rests on
 */
record VerifyOutput(boolean json, boolean verbose, Screen screen, PrintWriter out, PrintWriter err) {
    /** On standard output. */
    void print(String text) {
        out.print(text);
        out.flush();
    }

    /** A sentence beside it, on standard error. */
    void remark(String sentence) {
        err.print(new Sheet(screen).say(sentence));
        err.flush();
    }
}
