package handgrad.input.userclass;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.util.Arrays;

/**
 * Tells a program that somebody's class has ended, which would look like a success, from one that ends by itself: by who
 * ends it, so that a class that still runs when the program has done its work does no harm.
 */
final class Ending {
    /** Of the threads that run somebody's code, and of those that they start. */
    static final ThreadGroup GROUP = new ThreadGroup("user-class");

    /** The class is wrong input. */
    private static final int WRONG_INPUT = 2;

    private static boolean watched;

    private Ending() {}

    /** From now on, a class that ends the program fails it. */
    static synchronized void watch() {
        if (!watched) {
            try {
                Runtime.getRuntime().addShutdownHook(new Thread(Ending::judge, "user-class-ending"));
            } catch (IllegalStateException e) {
                // The program is ending, and there will be no answer that could be taken for a right one.
                return;
            }
            watched = true;
        }
    }

    /** Runs while the program ends. */
    private static void judge() {
        Thread.getAllStackTraces().forEach((thread, stack) -> {
            if (ends(stack) && (thread.getThreadGroup() == GROUP || hasTheirs(stack))) {
                complain(stack);
                Runtime.getRuntime().halt(WRONG_INPUT);
            }
        });
    }

    /** Whether this is the one that ends the program: it waits for the shutdown hooks. */
    private static boolean ends(StackTraceElement[] stack) {
        return Arrays.stream(stack)
                .anyMatch(frame -> frame.getClassName().equals("java.lang.ApplicationShutdownHooks")
                        && frame.getMethodName().equals("runHooks"));
    }

    private static boolean hasTheirs(StackTraceElement[] stack) {
        return Arrays.stream(stack).anyMatch(Ending::isTheirs);
    }

    private static boolean isTheirs(StackTraceElement frame) {
        return MemoryClasses.NAME.equals(frame.getClassLoaderName());
    }

    /** Past System.err, which may be theirs by now, or locked by a thread of theirs. */
    private static void complain(StackTraceElement[] stack) {
        String place = Arrays.stream(stack)
                .filter(Ending::isTheirs)
                .findFirst()
                .map(frame -> "%s, line %d: ".formatted(frame.getFileName(), frame.getLineNumber()))
                .orElse("");
        @SuppressWarnings("resource") // Standard error is not ours to close.
        var err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, Charset.defaultCharset());
        err.println("handgrad: %sthe class ended the program, expected it to return".formatted(place));
    }
}
