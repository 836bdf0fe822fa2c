package handgrad.judge.mutation;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Compiles one changed source; it need not compile. */
final class InMemory {
    private InMemory() {}

    static Optional<Map<String, byte[]>> compiled(Mutant mutant) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        var classes = new HashMap<String, ByteArrayOutputStream>();
        var files =
                new ForwardingJavaFileManager<JavaFileManager>(
                        compiler.getStandardFileManager(nothing -> {}, null, null)) {
                    @Override
                    public JavaFileObject getJavaFileForOutput(
                            Location location, String name, JavaFileObject.Kind kind, FileObject sibling) {
                        return new SimpleJavaFileObject(
                                URI.create("memory:/" + name.replace('.', '/') + ".class"), kind) {
                            @Override
                            public OutputStream openOutputStream() {
                                var bytes = new ByteArrayOutputStream();
                                classes.put(name, bytes);
                                return bytes;
                            }
                        };
                    }
                };
        var source =
                new SimpleJavaFileObject(
                        URI.create("memory:/handgrad/judge/" + mutant.file()), JavaFileObject.Kind.SOURCE) {
                    @Override
                    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                        return mutant.source();
                    }
                };
        boolean compiles = compiler.getTask(
                        null, files, nothing -> {}, List.of("-proc:none", "-nowarn"), null, List.of(source))
                .call();
        return compiles
                ? Optional.of(classes.entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey, entry -> entry.getValue().toByteArray())))
                : Optional.empty();
    }
}
