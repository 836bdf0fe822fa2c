package handgrad.userclass;

import handgrad.network.InputException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;

/**
 * The class files that came of a source file, in memory.
 *
 * @param classes by class name: those of the file, and of files beside it that it uses
 * @param own the names of those that stand in the file itself, in alphabetical order
 */
record Compilation(Map<String, byte[]> classes, Set<String> own) {
    private static final int MOST_ERRORS = 10;
    private static final Pattern PACKAGE = Pattern.compile("(?m)^\\s*package\\s+([\\w.]+)\\s*;");

    /**
     * Compiles against the class path of this program and the files beside the source.
     *
     * @throws InputException with the compiler's own errors
     */
    static Compilation of(Path file, JavaCompiler compiler) {
        var problems = new DiagnosticCollector<JavaFileObject>();
        var said = new StringWriter();
        try (StandardJavaFileManager files =
                        compiler.getStandardFileManager(problems, Locale.ROOT, StandardCharsets.UTF_8);
                var memory = new Memory(files)) {
            var sources = files.getJavaFileObjects(file);
            boolean success = compiler.getTask(said, memory, problems, options(file), null, sources)
                    .call();
            var errors = problems.getDiagnostics().stream()
                    .filter(problem -> problem.getKind() == Diagnostic.Kind.ERROR)
                    .toList();
            if (!success || !errors.isEmpty()) {
                throw new InputException(errors.isEmpty() ? gaveUp(file, said.toString()) : sentence(file, errors));
            }
            return memory.compilation(file.toUri());
        } catch (IOException e) {
            throw new InputException("%s: cannot be read".formatted(file), e);
        } catch (IllegalStateException | StackOverflowError e) {
            // javac wraps its own crashes in an IllegalStateException.
            throw new InputException(gaveUp(file, e.toString()), e);
        }
    }

    private static List<String> options(Path file) throws IOException {
        var options = new ArrayList<>(
                List.of("-g", "-proc:none", "-Xlint:none", "-classpath", System.getProperty("java.class.path")));
        options.add("-sourcepath");
        options.add(sourceRoot(file));
        return options;
    }

    /** The folder that the packages of the files beside this one start from, or nothing where folders do not fit. */
    private static String sourceRoot(Path file) throws IOException {
        var declared = PACKAGE.matcher(new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
        Path folder = file.toAbsolutePath().normalize().getParent();
        if (!declared.find()) {
            return folder.toString();
        }
        Path packages = Path.of(declared.group(1).replace('.', '/'));
        if (!folder.endsWith(packages)) {
            return "";
        }
        Path root = folder;
        for (int i = 0; i < packages.getNameCount(); i++) {
            root = root.getParent();
        }
        return root.toString();
    }

    private static String sentence(Path file, List<Diagnostic<? extends JavaFileObject>> errors) {
        if (errors.size() == 1) {
            var error = errors.get(0);
            return "%s: does not compile: %s".formatted(place(file, error), words(error));
        }
        String lines = errors.stream()
                .limit(MOST_ERRORS)
                .map(error -> "%n  %s: %s".formatted(place(file, error), words(error)))
                .collect(Collectors.joining());
        int more = errors.size() - MOST_ERRORS;
        return "%s: does not compile, %d errors:%s%s"
                .formatted(file, errors.size(), lines, more > 0 ? "%n  and %d more".formatted(more) : "");
    }

    private static String place(Path file, Diagnostic<? extends JavaFileObject> error) {
        JavaFileObject source = error.getSource();
        boolean other = source != null && !source.toUri().equals(file.toUri());
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

    private static String gaveUp(Path file, String said) {
        String first = said.lines().filter(line -> !line.isBlank()).findFirst().orElse("it does not say why");
        return "%s: does not compile: the compiler gave up: %s".formatted(file, first.strip());
    }

    /** Keeps class files in memory and remembers which source each came from. */
    private static final class Memory extends ForwardingJavaFileManager<StandardJavaFileManager> {
        private final Map<String, ByteArrayOutputStream> outputs = new HashMap<>();
        private final Map<String, URI> sources = new HashMap<>();

        Memory(StandardJavaFileManager files) {
            super(files);
        }

        @Override
        public JavaFileObject getJavaFileForOutput(
                JavaFileManager.Location location, String className, JavaFileObject.Kind kind, FileObject source) {
            var bytes = new ByteArrayOutputStream();
            outputs.put(className, bytes);
            sources.put(className, source.toUri());
            URI place = URI.create("memory:///" + className.replace('.', '/') + kind.extension);
            return new SimpleJavaFileObject(place, kind) {
                @Override
                public OutputStream openOutputStream() {
                    return bytes;
                }
            };
        }

        Compilation compilation(URI file) {
            var classes = new HashMap<String, byte[]>();
            outputs.forEach((name, bytes) -> classes.put(name, bytes.toByteArray()));
            var own = new TreeSet<String>();
            sources.forEach((name, source) -> {
                if (source.equals(file)) {
                    own.add(name);
                }
            });
            return new Compilation(classes, own);
        }
    }
}
