package handgrad.input.program;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A process and all that it has started. Where the system shows environments, as Linux does, those whose parent has ended before
 * them are found too, by a variable that all inherit.
 */
final class ProcessTree {
    private static final String VARIABLE = "HANDGRAD_PROGRAM";
    private static final Path PROCESSES = Path.of("/proc");
    private static final int ROUNDS = 20;
    private static final long PAUSE = 10;

    private final String mark = UUID.randomUUID().toString();

    /** Empty until it is started: this program may be ended at any time, and looks for what there is. */
    private volatile Optional<Process> process = Optional.empty();

    /** @throws handgrad.InputException if the command cannot be started */
    Process start(Command command) {
        Process started = command.start(Map.of(VARIABLE, mark));
        process = Optional.of(started);
        return started;
    }

    /** Ends all of them at once, and those that they start meanwhile. */
    void destroy() {
        Set<ProcessHandle> found = found();
        for (int round = 0; round < ROUNDS && !found.isEmpty(); round++) {
            found.forEach(ProcessHandle::destroyForcibly);
            pause();
            found = found();
        }
    }

    private Set<ProcessHandle> found() {
        Stream<ProcessHandle> below = process.stream()
                .flatMap(started -> Stream.concat(Stream.of(started.toHandle()), started.descendants()));
        return Stream.concat(below, marked()).filter(ProcessHandle::isAlive).collect(Collectors.toSet());
    }

    private Stream<ProcessHandle> marked() {
        if (!Files.isDirectory(PROCESSES)) {
            return Stream.empty();
        }
        return ProcessHandle.allProcesses().filter(this::isMarked);
    }

    private boolean isMarked(ProcessHandle other) {
        try {
            byte[] environment = Files.readAllBytes(
                    PROCESSES.resolve(String.valueOf(other.pid())).resolve("environ"));
            return new String(environment, StandardCharsets.ISO_8859_1).contains(VARIABLE + "=" + mark);
        } catch (IOException e) {
            // Somebody else's, or gone.
            return false;
        }
    }

    private void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            // They have to be ended all the same.
            Thread.currentThread().interrupt();
        }
    }
}
