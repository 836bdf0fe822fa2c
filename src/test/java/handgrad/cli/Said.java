package handgrad.cli;

import handgrad.show.text.Screen;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** What a command line prints and the code that it exits with. */
record Said(int exit, String out, String err) {
    /** Runs a command line as a shell would, on streams of its own. */
    static Said by(String... arguments) {
        return on(Screen.FILE, arguments);
    }

    /** The same on a screen. */
    static Said on(Screen screen, String... arguments) {
        PrintStream out = System.out;
        PrintStream err = System.err;
        var printed = new ByteArrayOutputStream();
        var complained = new ByteArrayOutputStream();
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(complained, true, StandardCharsets.UTF_8));
        try {
            int exit = Handgrad.execute(screen, arguments);
            System.out.flush();
            System.err.flush();
            return new Said(
                    exit, printed.toString(StandardCharsets.UTF_8), complained.toString(StandardCharsets.UTF_8));
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
    }

    List<String> complaints() {
        return err.lines().toList();
    }

    /** The report that a run has named last. */
    Path report() {
        String line = out.lines()
                .filter(each -> each.startsWith("Report: "))
                .reduce((earlier, later) -> later)
                .orElseThrow();
        return Path.of(line.substring("Report: ".length(), line.indexOf(", for a browser ")));
    }
}
