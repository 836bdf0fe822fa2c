package handgrad.sweep;

import handgrad.InputException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.TimeUnit;

/**
 * The file to which every finished run is appended at once, so that a sweep that was killed goes on where it was. Its head says
 * which sweep it is of. A line that is not whole, as the last one may be, is as if it had never been written. Thread-safe.
 */
public final class Journal implements AutoCloseable {
    /** The name of the file. */
    public static final String FILE = "journal.txt";

    private static final String TEMPORARY = FILE + ".new";

    /** As much may be lost where the machine itself goes down. */
    private static final long FORCED_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final Path file;
    private final FileChannel channel;
    private final Results results;
    private long forced = System.nanoTime();
    /** All runs before this one are done, or have been given out. */
    private long next;

    private Journal(Path file, FileChannel channel, Results results) {
        this.file = file;
        this.channel = channel;
        this.results = results;
    }

    /**
     * The journal in a folder, or a new one.
     *
     * @param fresh what is there is given up
     * @throws InputException if it is of another sweep, if another process writes it, or if it cannot be read or written
     */
    public static Journal in(Path folder, Sweep sweep, boolean fresh) {
        Path file = folder.resolve(FILE);
        var head = new JournalHead(sweep.identity());
        try {
            if (!Files.exists(file)) {
                create(file, head);
            }
            FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
            try {
                return opened(file, channel, sweep.size(), head, fresh);
            } catch (IOException | RuntimeException e) {
                channel.close();
                throw e;
            }
        } catch (IOException e) {
            throw unusable(file, e);
        }
    }

    private static Journal opened(Path file, FileChannel channel, long runs, JournalHead head, boolean fresh)
            throws IOException {
        if (!locked(channel)) {
            throw new InputException(
                    "%s: another sweep is writing it now, expected one at a time in a folder".formatted(file));
        }
        if (fresh) {
            channel.truncate(0);
            channel.write(ByteBuffer.wrap(head.bytes()), 0);
        }
        var results = new Results(runs);
        long length = new JournalReader(file, head).read(results);
        // Behind the last whole line: what follows was never finished.
        channel.truncate(length);
        channel.position(length);
        return new Journal(file, channel, results);
    }

    private static boolean locked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    /** Whole or not at all. */
    private static void create(Path file, JournalHead head) throws IOException {
        Path temporary = file.resolveSibling(TEMPORARY);
        Files.write(temporary, head.bytes());
        try {
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(temporary, file);
        }
    }

    /**
     * Keeps a run; one that is there already is left as it is.
     *
     * @return whether it was not there before
     * @throws InputException if it cannot be written; what was written before is kept
     */
    public synchronized boolean append(Finished run) {
        if (!results.put(run)) {
            return false;
        }
        ByteBuffer bytes = ByteBuffer.wrap((JournalLine.of(run) + "\n").getBytes(StandardCharsets.UTF_8));
        try {
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            if (System.nanoTime() - forced > FORCED_NANOS) {
                channel.force(false);
                forced = System.nanoTime();
            }
            return true;
        } catch (IOException e) {
            throw unusable(file, e);
        }
    }

    private static InputException unusable(Path file, IOException e) {
        return new InputException(
                "%s: cannot be read or written: %s; what it holds is kept, and the same command goes on from there"
                        .formatted(file, e.getMessage()),
                e);
    }

    /** A run that is neither done nor given out yet, which is given out now; the number of runs where there is none. */
    synchronized long take() {
        long run = results.missing(next);
        next = run + 1;
        return run;
    }

    /** The first run from a given one on that is not done; the number of runs where there is none. */
    public synchronized long missing(long from) {
        return results.missing(from);
    }

    /** What is done; to be read when nobody appends any more. */
    public Results results() {
        return results;
    }

    @Override
    public void close() {
        try {
            channel.force(false);
            channel.close();
        } catch (IOException e) {
            throw unusable(file, e);
        }
    }
}
