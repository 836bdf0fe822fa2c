package handgrad.input.userclass;

import com.sun.source.util.JavacTask;
import handgrad.InputException;
import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The class files that came of a source file, in memory.
 *
 * @param classes by class name: those of the file, and of files beside it that it uses
 * @param own the names of those that stand in the file itself, in alphabetical order
 */
record Compilation(Map<String, byte[]> classes, Set<String> own) {
    private static final Pattern PACKAGE = Pattern.compile("(?m)^\\s*package\\s+([\\w.]+)\\s*;");

    /**
     * Compiles against the class path of this program and the files beside the source: at first against its part that is nearly always
     * enough.
     *
     * @throws InputException with the compiler's own errors
     */
    static Compilation of(Path file, JavaCompiler compiler) {
        try {
            return of(file, compiler, nearest());
        } catch (InputException e) {
            // It may need another library; if it is wrong, its errors are those against all of them.
            return of(file, compiler, System.getProperty("java.class.path"));
        }
    }

    /** This program and the arrays of ND4J: to open all the libraries takes longer than to compile. */
    private static String nearest() {
        return Stream.of(HandGradient.class, INDArray.class)
                .flatMap(type -> Stream.ofNullable(type.getProtectionDomain().getCodeSource()))
                .map(source -> URI.create(source.getLocation().toString()))
                .filter(place -> "file".equals(place.getScheme()))
                .map(place -> Path.of(place).toString())
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static Compilation of(Path file, JavaCompiler compiler, String classPath) {
        var problems = new DiagnosticCollector<JavaFileObject>();
        var said = new StringWriter();
        Path source = real(file);
        var words = new CompileErrors(file, source.toUri());
        try (StandardJavaFileManager files =
                        compiler.getStandardFileManager(problems, Locale.ROOT, StandardCharsets.UTF_8);
                var memory = new MemoryFiles(files)) {
            var sources = files.getJavaFileObjects(source);
            var task = (JavacTask) compiler.getTask(said, memory, problems, options(source, classPath), null, sources);
            var halts = new Halts(task);
            boolean success = task.call();
            var errors = problems.getDiagnostics().stream()
                    .filter(problem -> problem.getKind() == Diagnostic.Kind.ERROR)
                    .toList();
            if (!success || !errors.isEmpty()) {
                throw new InputException(errors.isEmpty() ? words.gaveUp(said.toString()) : words.sentence(errors));
            }
            halts.places().stream().findFirst().ifPresent(place -> {
                throw new InputException(place + ": Runtime.halt would end the program, expected the class to return");
            });
            return memory.compilation(source.toUri());
        } catch (IOException e) {
            throw new InputException("%s: cannot be read".formatted(file), e);
        } catch (IllegalStateException | StackOverflowError e) {
            // javac wraps its own crashes in an IllegalStateException.
            throw new InputException(words.gaveUp(e.toString()), e);
        }
    }

    /** One spelling for the compiler and for us, so that we know the file again in what it says. */
    private static Path real(Path file) {
        try {
            return file.toAbsolutePath().getParent().toRealPath().resolve(file.getFileName());
        } catch (IOException e) {
            throw new InputException("%s: cannot be read".formatted(file), e);
        }
    }

    private static List<String> options(Path source, String classPath) throws IOException {
        var options = new ArrayList<>(List.of("-g", "-proc:none", "-Xlint:none", "-classpath", classPath));
        options.add("-sourcepath");
        options.add(sourceRoot(source));
        return options;
    }

    /** The folder that the packages of the files beside this one start from, or nothing where folders do not fit. */
    private static String sourceRoot(Path source) throws IOException {
        var declared = PACKAGE.matcher(new String(Files.readAllBytes(source), StandardCharsets.UTF_8));
        Path folder = source.getParent();
        Path root = folder;
        if (declared.find()) {
            Path packages = Path.of(declared.group(1).replace('.', '/'));
            if (!folder.endsWith(packages)) {
                return "";
            }
            for (int i = 0; i < packages.getNameCount(); i++) {
                root = root.getParent();
            }
        }
        // Next to a module's declaration, the file would be compiled as a part of that module, which cannot see
        // Handgrad.
        return Files.exists(root.resolve("module-info.java")) ? "" : root.toString();
    }
}
