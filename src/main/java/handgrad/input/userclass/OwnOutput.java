package handgrad.input.userclass;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;

/**
 * Standard output from the first call of somebody's class on: the threads that made such a call print where they did
 * before, all others on standard error. The answer of the program may be read by another one, and code that took too long,
 * or started threads, goes on printing while the answer is written.
 */
final class OwnOutput extends PrintStream {
    private static final ThreadLocal<Boolean> OWN = ThreadLocal.withInitial(() -> false);

    private OwnOutput(PrintStream out, PrintStream err) {
        super(new Parting(out, err), true, Charset.defaultCharset());
    }

    /** Keeps standard output for the calling thread, and others that have called this; never for one that runs somebody's class. */
    static synchronized void guard() {
        OWN.set(Thread.currentThread().getThreadGroup() != Ending.GROUP);
        if (!(System.out instanceof OwnOutput)) {
            System.setOut(new OwnOutput(System.out, System.err));
        }
    }

    /** It is not theirs to close. */
    @Override
    public void close() {
        flush();
    }

    private static final class Parting extends OutputStream {
        private final PrintStream out;
        private final PrintStream err;

        Parting(PrintStream out, PrintStream err) {
            this.out = out;
            this.err = err;
        }

        private PrintStream mine() {
            return OWN.get() ? out : err;
        }

        @Override
        public void write(int b) {
            mine().write(b);
        }

        @Override
        public void write(byte[] bytes, int from, int length) {
            mine().write(bytes, from, length);
        }

        @Override
        public void flush() {
            mine().flush();
        }
    }
}
