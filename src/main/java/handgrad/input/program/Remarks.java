package handgrad.input.program;

import handgrad.Shown;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** Passes standard error on, line by line, marked with the program's name; a flood of it is read and not shown. */
final class Remarks implements Runnable {
    private static final int MOST = 200;
    private static final int LONGEST = 2_000;
    private static final int BUFFER = 1 << 13;

    private final InputStream in;
    private final String name;
    private final Consumer<String> to;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private volatile String last = "";
    private int shown;

    Remarks(InputStream in, String name, Consumer<String> to) {
        this.in = in;
        this.name = name;
        this.to = to;
    }

    /** The last line that says something; empty where there is none. */
    String last() {
        return last;
    }

    @Override
    public void run() {
        byte[] buffer = new byte[BUFFER];
        try {
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                for (int i = 0; i < count; i++) {
                    take(buffer[i]);
                }
            }
        } catch (IOException e) {
            // The process was ended, and its output with it.
        }
        if (line.size() > 0) {
            pass();
        }
    }

    private void take(byte next) {
        if (next == '\n') {
            pass();
        } else if (line.size() < LONGEST) {
            line.write(next);
        }
    }

    private void pass() {
        String text = Shown.sentence(line.toString(StandardCharsets.UTF_8).stripTrailing());
        line.reset();
        if (!text.isBlank()) {
            last = text.strip();
        }
        shown++;
        if (shown <= MOST) {
            to.accept("%s: %s".formatted(name, text));
        } else if (shown == MOST + 1) {
            to.accept("%s: more of its standard error is not shown".formatted(name));
        }
    }
}
