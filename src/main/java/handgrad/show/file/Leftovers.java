package handgrad.show.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a program that was killed left in folders: hidden files, and exchanges that are to be brought to their end. */
final class Leftovers {
    /** Folders of runs lie up to so far below the folder of results. */
    private static final int DEPTH = 3;

    private static final Pattern NAME = Pattern.compile("\\.handgrad-(\\d{1,18})-[0-9a-f]+");

    /** Systems tell to a second or so when a process began. */
    private static final Duration INEXACT = Duration.ofSeconds(2);

    private Leftovers() {}

    /** A name for something that this process is about to write, which others see to when the process is gone. */
    static String name() {
        return ".handgrad-%d-%x"
                .formatted(
                        ProcessHandle.current().pid(),
                        ThreadLocalRandom.current().nextLong());
    }

    /** Clears a folder of results and those below; links are not followed, hidden folders are passed by. */
    static void clearAll(Path folder) throws IOException {
        clearAll(folder, DEPTH);
    }

    private static void clearAll(Path folder, int depth) throws IOException {
        clear(folder);
        if (depth > 0) {
            for (Path entry : entries(folder)) {
                boolean hidden = entry.getFileName().toString().startsWith(".");
                if (!hidden && Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS)) {
                    clearAll(entry, depth - 1);
                }
            }
        }
    }

    /** Clears one folder. */
    static void clear(Path folder) throws IOException {
        for (Path entry : entries(folder)) {
            Matcher name = NAME.matcher(entry.getFileName().toString());
            if (name.matches()) {
                clear(entry, Long.parseLong(name.group(1)));
            }
        }
    }

    private static void clear(Path entry, long pid) {
        try {
            if (!isLeft(entry, pid)) {
                return;
            }
            if (Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS)) {
                new Staging(entry).finish();
            } else {
                Files.deleteIfExists(entry);
            }
        } catch (IOException ignored) {
            // Another command has been faster, or the next one will be luckier; this one has work to do.
        }
    }

    /** Whether the process that wrote it has ended; one of the same number that began later is another. */
    private static boolean isLeft(Path entry, long pid) throws IOException {
        Instant written = Files.getLastModifiedTime(entry, LinkOption.NOFOLLOW_LINKS)
                .toInstant()
                .plus(INEXACT);
        Optional<ProcessHandle> writer = ProcessHandle.of(pid).filter(ProcessHandle::isAlive);
        return writer.flatMap(process -> process.info().startInstant())
                .map(written::isBefore)
                .orElse(writer.isEmpty());
    }

    private static List<Path> entries(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.toList();
        }
    }
}
