package handgrad.cli;

import handgrad.InputException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** What a gradient can be started from: a file in each language, with the forward pass done. */
enum Starter {
    CLASS("", "class.java", "./handgrad verify FILE"),
    PYTHON(".py", "starter.py", "./handgrad verify --program \"python3 FILE\""),
    JAVASCRIPT(".js", "starter.js", "./handgrad verify --program \"node FILE\""),
    CPP(".cpp", "starter.cpp", "g++ -O2 -o BINARY FILE", "./handgrad verify --program \"BINARY\""),
    JAVA(".java", "starter.java", "./handgrad verify --program \"java FILE\""),
    RUST(".rs", "starter.rs", "rustc -O -o BINARY FILE", "./handgrad verify --program \"BINARY\"");

    private final String ending;
    private final String resource;
    private final String commands;

    /**
     * @param ending of the name that a user asks for; none for the class that Handgrad runs itself
     * @param commands that verify it, after compiling where that is needed
     */
    Starter(String ending, String resource, String... commands) {
        this.ending = ending;
        this.resource = resource;
        this.commands = String.join("\n", commands);
    }

    /** @throws InputException if there is none for the ending */
    static Starter of(String ending) {
        return Arrays.stream(values())
                .filter(starter -> starter.ending.equals(ending))
                .findFirst()
                .orElseThrow(() -> InputException.unknown(
                        "ending",
                        ending,
                        Arrays.stream(values())
                                .filter(starter -> starter != CLASS)
                                .map(starter -> starter.ending)
                                .toList()));
    }

    /** Whether the file's name is a class's too. */
    boolean java() {
        return resource.endsWith(".java");
    }

    String file(String name) {
        return name + (this == CLASS ? ".java" : ending);
    }

    /** The text, where {@code NAME} stands for the file's name without its ending. */
    String template() {
        try (InputStream in = Starter.class.getResourceAsStream("starters/" + resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a user types next, one command a line. */
    List<String> commands(Path file, String name) {
        String source = quoted(file.toString());
        Path binary = file.resolveSibling(name);
        // A bare name would be looked for on the PATH.
        String started = quoted(file.getParent() == null ? "./" + binary : binary.toString());
        return commands.lines()
                .map(command -> command.replace("FILE", source).replace("BINARY", started))
                .toList();
    }

    private static String quoted(String path) {
        return path.contains(" ") ? "'%s'".formatted(path) : path;
    }
}
