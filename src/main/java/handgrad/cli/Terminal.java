package handgrad.cli;

import handgrad.show.text.Screen;
import java.io.Console;
import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.util.function.IntSupplier;
import java.util.function.UnaryOperator;

/** The terminal that the program was started from, if there is one. */
final class Terminal {
    private static final int USUAL_WIDTH = 80;

    /** Below it every word would have a line of its own. */
    private static final int LEAST_WIDTH = 20;

    private Terminal() {}

    static Screen screen() {
        return screen(System::getenv, isThere(), Terminal::columns);
    }

    /**
     * {@code COLUMNS} says how wide it is, also where there is none; {@code NO_COLOR} and a dumb terminal keep colours away.
     *
     * @param columns of the terminal, asked only where it is needed
     */
    static Screen screen(UnaryOperator<String> environment, boolean terminal, IntSupplier columns) {
        String given = environment.apply("COLUMNS");
        String noColour = environment.apply("NO_COLOR");
        boolean colour =
                terminal && (noColour == null || noColour.isEmpty()) && !"dumb".equals(environment.apply("TERM"));
        if (given != null && given.matches("[1-9][0-9]{0,5}")) {
            return new Screen(Math.max(LEAST_WIDTH, Integer.parseInt(given)), terminal, colour);
        }
        int width = terminal ? Math.max(LEAST_WIDTH, columns.getAsInt()) : Screen.ENDLESS;
        return new Screen(width, terminal, colour);
    }

    /** Before Java 22 there is a console only on a terminal; from then on there may be one without, and it says so. */
    @SuppressWarnings("SystemConsoleNull")
    private static boolean isThere() {
        Console console = System.console();
        if (console == null) {
            return false;
        }
        try {
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (ReflectiveOperationException e) {
            return true;
        }
    }

    /** As {@code stty size} says it: {@code 24 80}, or zeros where the terminal does not know. */
    private static int columns() {
        try {
            Process asked = new ProcessBuilder("stty", "size")
                    .redirectInput(Redirect.from(new File("/dev/tty")))
                    .redirectError(Redirect.DISCARD)
                    .start();
            String size = new String(asked.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).strip();
            int columns = size.matches("\\d+ \\d{1,5}") ? Integer.parseInt(size.replaceFirst(".* ", "")) : 0;
            return columns > 0 ? columns : USUAL_WIDTH;
        } catch (IOException e) {
            return USUAL_WIDTH;
        }
    }
}
