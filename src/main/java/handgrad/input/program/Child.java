package handgrad.input.program;

import handgrad.InputException;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** A running process, read and written on threads of its own. Whatever ends this program ends it too. */
final class Child {
    /** For a program to end by itself, for its last words, and for its last process to be gone. */
    private static final Duration MOMENT = Duration.ofMillis(500);

    private final ProcessTree tree;
    private final Process process;
    private final Thread hook;
    private final Writing writing;
    private final Lines lines;
    private final Remarks remarks;
    private final Thread writer;
    private final Thread reader;
    private final Thread listener;

    private Child(ProcessTree tree, Process process, Thread hook, String name, Consumer<String> to) {
        this.tree = tree;
        this.process = process;
        this.hook = hook;
        this.writing = new Writing(process.getOutputStream());
        this.lines = new Lines(process.getInputStream());
        this.remarks = new Remarks(process.getErrorStream(), name, to);
        this.writer = started(writing, "input");
        this.reader = started(lines, "output");
        this.listener = started(remarks, "error");
    }

    /** @throws InputException if the command cannot be started */
    static Child start(Command command, Consumer<String> remarks) {
        var tree = new ProcessTree();
        var hook = new Thread(tree::destroy, "program-end");
        try {
            Runtime.getRuntime().addShutdownHook(hook);
        } catch (IllegalStateException e) {
            throw new InputException("%s: not started, as Handgrad is ending".formatted(command.name()), e);
        }
        try {
            return new Child(tree, tree.start(command), hook, command.name(), remarks);
        } catch (InputException e) {
            remove(hook);
            throw e;
        }
    }

    private static void remove(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // This program is ending, and the hook does its work.
        }
    }

    private static Thread started(Runnable work, String name) {
        var thread = new Thread(work, "program-" + name);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    void send(byte[] line) {
        writing.send(line);
    }

    /** See {@link Lines#next}. */
    Optional<Line> next(Duration wait) throws InterruptedException {
        return lines.next(wait);
    }

    /** The last line of its standard error, after its output has ended; empty where there is none. */
    String lastWords() throws InterruptedException {
        listener.join(MOMENT.toMillis());
        return remarks.last();
    }

    /** Its exit code, after its output has ended; empty if it runs on. */
    OptionalInt exitCode() throws InterruptedException {
        return process.waitFor(MOMENT.toMillis(), TimeUnit.MILLISECONDS)
                ? OptionalInt.of(process.exitValue())
                : OptionalInt.empty();
    }

    /** Closes its standard input and gives it a moment to end; then ends it, and all that it has started. */
    void close() {
        writing.end();
        try {
            process.waitFor(MOMENT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        destroy();
    }

    /** Ends it at once. */
    void destroy() {
        tree.destroy();
        writer.interrupt();
        reader.interrupt();
        try {
            listener.join(MOMENT.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        remove(hook);
    }
}
