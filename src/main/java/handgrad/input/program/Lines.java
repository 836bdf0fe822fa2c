package handgrad.input.program;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/** Reads standard output line by line on a thread of its own, never far ahead, so that a flood fills no memory. */
final class Lines implements Runnable {
    /** As of a case file. */
    static final int LONGEST = 32 << 20;

    private static final int BUFFER = 1 << 16;

    private final InputStream in;
    private final BlockingQueue<Line> read = new ArrayBlockingQueue<>(1);

    Lines(InputStream in) {
        this.in = in;
    }

    /** The next line; empty where none came in time. */
    Optional<Line> next(Duration wait) throws InterruptedException {
        return Optional.ofNullable(read.poll(wait.toNanos(), TimeUnit.NANOSECONDS));
    }

    @Override
    public void run() {
        var line = new ByteArrayOutputStream();
        try {
            try {
                readAll(line);
            } catch (IOException e) {
                // The process was ended, and its output with it.
                read.put(new Line.End(line.toByteArray()));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void readAll(ByteArrayOutputStream line) throws IOException, InterruptedException {
        byte[] buffer = new byte[BUFFER];
        for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
            int from = 0;
            for (int i = 0; i < count; i++) {
                if (buffer[i] == '\n') {
                    line.write(buffer, from, i - from);
                    read.put(new Line.Whole(line.toByteArray()));
                    line.reset();
                    from = i + 1;
                }
            }
            line.write(buffer, from, count - from);
            if (line.size() > LONGEST) {
                read.put(new Line.Endless(line.toByteArray()));
                return;
            }
        }
        read.put(new Line.End(line.toByteArray()));
    }
}
