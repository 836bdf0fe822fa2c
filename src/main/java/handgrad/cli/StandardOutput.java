package handgrad.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.util.Locale;

/**
 * Standard output that says when it cannot be written, which a {@link PrintStream} keeps to itself: an answer that nobody gets
 * is no success.
 */
final class StandardOutput extends FilterOutputStream {
    private StandardOutput(OutputStream out) {
        super(out);
    }

    /** Puts it in the place of {@link System#out}. */
    static void install() {
        System.setOut(over(new FileOutputStream(FileDescriptor.out)));
    }

    static PrintStream over(OutputStream out) {
        String platform = System.getProperty(
                "sun.stdout.encoding", Charset.defaultCharset().name());
        Charset charset = Charset.forName(System.getProperty("stdout.encoding", platform));
        return new PrintStream(new StandardOutput(out), true, charset);
    }

    @Override
    public void write(int b) {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) {
        try {
            out.write(bytes, from, length);
        } catch (IOException e) {
            throw new Unwritable(e);
        }
    }

    /** Nothing more can be written. */
    static final class Unwritable extends RuntimeException {
        Unwritable(IOException cause) {
            super(cause.getMessage(), cause);
        }

        /** Whether the one who read has gone, as {@code head} does: no reason to complain. */
        boolean nobodyReads() {
            return String.valueOf(getMessage()).toLowerCase(Locale.ROOT).contains("pipe");
        }
    }
}
