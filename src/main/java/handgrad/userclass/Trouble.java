package handgrad.userclass;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/** Sentences about what went wrong inside somebody's class, each with the line of their file. */
record Trouble(Path file) {
    private static final int LONGEST = 300;

    /** {@code MyBackprop.java, line 12: gradient threw java.lang.ArithmeticException: / by zero}. */
    String threw(String who, Throwable thrown) {
        boolean wrapper = thrown instanceof ExceptionInInitializerError && thrown.getCause() != null;
        Throwable e = wrapper ? thrown.getCause() : thrown;
        String message = e.getMessage() == null || e.getMessage().isBlank() ? "" : ": " + oneLine(e.getMessage());
        return at(e) + who + " threw " + e.getClass().getName() + message;
    }

    /** {@code MyBackprop.java, line 12: gradient gave no answer within 10 s}. */
    String tookTooLong(String who, Throwable where, Duration limit) {
        return at(where) + "%s gave no answer within %s s".formatted(who, seconds(limit));
    }

    /** Whether the code that threw is the user's own, and not a library that they called. */
    boolean thrownHere(Throwable e) {
        return e.getStackTrace().length > 0 && isTheirs(e.getStackTrace()[0]);
    }

    /** {@code MyBackprop.java: }. */
    String says(String sentence) {
        return file + ": " + sentence;
    }

    private String at(Throwable e) {
        Optional<StackTraceElement> frame =
                Arrays.stream(e.getStackTrace()).filter(this::isTheirs).findFirst();
        return frame.map(f -> "%s, line %d: ".formatted(named(f), f.getLineNumber()))
                .orElse(file + ": ");
    }

    private boolean isTheirs(StackTraceElement frame) {
        return MemoryClasses.NAME.equals(frame.getClassLoaderName()) || named(frame) == file;
    }

    private Object named(StackTraceElement frame) {
        return String.valueOf(file.getFileName()).equals(frame.getFileName()) ? file : frame.getFileName();
    }

    private static String seconds(Duration limit) {
        double seconds = limit.toMillis() / 1e3;
        return seconds == Math.rint(seconds) ? String.valueOf(limit.toSeconds()) : String.valueOf(seconds);
    }

    private static String oneLine(String message) {
        String line = message.strip().replaceAll("\\s+", " ");
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "...";
    }
}
