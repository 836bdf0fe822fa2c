package handgrad.input.userclass;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/** Sentences about what went wrong inside somebody's class, each with the line of their file. */
record Trouble(Path file) {
    private static final int LONGEST = 200;

    /** White space, and what would move the cursor, change colours or turn the order of characters. */
    private static final Pattern UNSEEN = Pattern.compile("[\\s\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]+");

    /** {@code MyBackprop.java, line 12: gradient threw java.lang.ArithmeticException: / by zero}. */
    String threw(String who, Throwable thrown) {
        try {
            boolean wrapper = thrown instanceof ExceptionInInitializerError && thrown.getCause() != null;
            Throwable e = wrapper ? thrown.getCause() : thrown;
            String message = message(e).map(line -> ": " + line).orElse("");
            return at(e) + who + " threw " + e.getClass().getName() + message;
        } catch (Throwable e) {
            // An exception can be theirs too, with methods that throw.
            return says(who + " threw " + thrown.getClass().getName());
        }
    }

    /** What an exception says, on one line that a terminal shows as it is; empty where it says nothing. */
    static Optional<String> message(Throwable e) {
        return Optional.ofNullable(e.getMessage()).map(Trouble::oneLine).filter(line -> !line.isEmpty());
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
        String line = UNSEEN.matcher(message).replaceAll(" ").strip();
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "...";
    }
}
