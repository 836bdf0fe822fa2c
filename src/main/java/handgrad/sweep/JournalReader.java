package handgrad.sweep;

import handgrad.InputException;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the journal of a sweep.
 *
 * @param head that it has to have
 */
record JournalReader(Path file, JournalHead head) {
    /**
     * Adds all runs that are written whole.
     *
     * @return where the last whole line ends, in bytes
     * @throws InputException if the file is of another sweep, or of none
     */
    long read(Results results) throws IOException {
        try (var in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            long at = checked(in).bytes().length;
            long whole = at;
            var line = new ByteArrayOutputStream();
            for (int b = in.read(); b >= 0; b = in.read()) {
                at++;
                if (b != '\n') {
                    line.write(b);
                    continue;
                }
                var run = JournalLine.read(line.toString(StandardCharsets.UTF_8));
                if (run.isPresent()) {
                    results.put(run.get());
                    whole = at;
                }
                line.reset();
            }
            return whole;
        }
    }

    /** The head of the file. */
    private JournalHead checked(InputStream in) throws IOException {
        if (!JournalHead.TITLE.equals(line(in))) {
            throw new InputException(
                    "%s: expected the journal of a sweep, found another file; --fresh writes over it".formatted(file));
        }
        JournalHead there = JournalHead.of(moreLines(in));
        head.from(there).ifPresent(difference -> {
            throw new InputException(
                    ("%s: is of another sweep, %s is '%s' there and '%s' here; --results DIR puts this one elsewhere, "
                                    + "--fresh gives up what is there")
                            .formatted(file, difference.name(), difference.there(), difference.here()));
        });
        return there;
    }

    /** Up to an empty one, or the end. */
    private static List<String> moreLines(InputStream in) throws IOException {
        var lines = new ArrayList<String>();
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            lines.add(line);
        }
        return lines;
    }

    /** The next line, empty at the end. */
    private static String line(InputStream in) throws IOException {
        var line = new ByteArrayOutputStream();
        for (int b = in.read(); b >= 0 && b != '\n'; b = in.read()) {
            line.write(b);
        }
        return line.toString(StandardCharsets.UTF_8);
    }
}
