package handgrad.train.bench;

import handgrad.InputException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Other libraries' steps, in one process of Python that makes some when it is told to, and waits in between. */
public final class Peers implements AutoCloseable {
    private static final String PROGRAM = "src/jmh/python/peers.py";

    private final Process process;
    private final PrintWriter requests;
    private final BufferedReader answers;
    private final List<String> names;
    private final String versions;

    private Peers(Process process) throws IOException {
        this.process = process;
        this.requests = new PrintWriter(process.outputWriter(StandardCharsets.UTF_8), true);
        this.answers = process.inputReader(StandardCharsets.UTF_8);
        this.names = List.of(answer().split("\t"));
        this.versions = answer();
    }

    /**
     * Starts it.
     *
     * @param home the folder of this project
     * @param python the command
     * @throws InputException if there is no such program, no Python, or no NumPy for it
     */
    public static Peers start(Path home, String python) {
        Path program = home.resolve(PROGRAM);
        if (!Files.isRegularFile(program)) {
            throw new InputException("--peers: found no %s, expected the sources of Handgrad there".formatted(program));
        }
        Process process;
        try {
            process = new ProcessBuilder(python, "-B", program.toString(), "--turns")
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            throw new InputException(
                    "--peers: found no %s, expected Python 3 with NumPy on the path".formatted(python));
        }
        try {
            return new Peers(process);
        } catch (IOException e) {
            process.destroy();
            throw new InputException(
                    "--peers: %s cannot make steps, expected Python 3 with NumPy installed for it".formatted(python));
        }
    }

    private String answer() throws IOException {
        String line = answers.readLine();
        if (line == null) {
            throw new IOException("it has ended");
        }
        return line;
    }

    /** Those that are installed. */
    public List<String> names() {
        return names;
    }

    /** Of Python and of the libraries. */
    public String versions() {
        return versions;
    }

    Turn turn(String name, Workload workload) {
        return nanos -> {
            requests.printf("%s\t%s\t%d%n", workload, name, nanos);
            try {
                long[] said = Stream.of(answer().split(" ", -1))
                        .mapToLong(Long::parseLong)
                        .toArray();
                return new Turn.Spell(said[0], said[1]);
            } catch (IOException | NumberFormatException e) {
                throw new InputException(
                        "--peers: %s on %s has failed; python3 %s shows how".formatted(name, workload, PROGRAM));
            }
        };
    }

    /** Ends the process. */
    @Override
    public void close() {
        requests.close();
        process.destroy();
    }
}
