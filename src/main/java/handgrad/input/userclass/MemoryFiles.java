package handgrad.input.userclass;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;

/** Keeps class files in memory and remembers which source each came from. */
final class MemoryFiles extends ForwardingJavaFileManager<StandardJavaFileManager> {
    private final Map<String, ByteArrayOutputStream> outputs = new HashMap<>();
    private final Map<String, URI> sources = new HashMap<>();

    MemoryFiles(StandardJavaFileManager files) {
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
