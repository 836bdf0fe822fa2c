package handgrad.input.userclass;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;

/**
 * What the compiler has against a file, in its own words, each error on one line with its place.
 *
 * @param file as the user wrote it
 * @param uri of the same file, as the compiler knows it
 */
record CompileErrors(Path file, URI uri) {
    private static final int MOST = 10;

    String sentence(List<Diagnostic<? extends JavaFileObject>> errors) {
        if (errors.size() == 1) {
            var error = errors.get(0);
            return "%s: does not compile: %s".formatted(place(error), words(error));
        }
        String lines = errors.stream()
                .limit(MOST)
                .map(error -> "%n  %s: %s".formatted(place(error), words(error)))
                .collect(Collectors.joining());
        int more = errors.size() - MOST;
        return "%s: does not compile, %d errors:%s%s"
                .formatted(file, errors.size(), lines, more > 0 ? "%n  and %d more".formatted(more) : "");
    }

    private String place(Diagnostic<? extends JavaFileObject> error) {
        JavaFileObject source = error.getSource();
        boolean other = source != null && !source.toUri().equals(uri);
        String name = other ? source.getName() : file.toString();
        return error.getLineNumber() == Diagnostic.NOPOS ? name : "%s, line %d".formatted(name, error.getLineNumber());
    }

    /** The compiler's message on one line. */
    private static String words(Diagnostic<? extends JavaFileObject> error) {
        return error.getMessage(Locale.ROOT)
                .lines()
                .map(line -> line.strip().replaceAll("\\s+", " "))
                .filter(line -> !line.isEmpty())
                .collect(Collectors.joining("; "));
    }

    /** A compiler that failed without an error of its own; only the first line of what it said. */
    String gaveUp(String said) {
        String first = said.lines().filter(line -> !line.isBlank()).findFirst().orElse("it does not say why");
        return "%s: does not compile: the compiler gave up: %s".formatted(file, first.strip());
    }
}
