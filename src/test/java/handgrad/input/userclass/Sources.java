package handgrad.input.userclass;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Java files for tests. */
final class Sources {
    /** The lines of every class before the line of its method's body; the body stands in line 9. */
    private static final String HEAD = """
            import handgrad.engine.*; import handgrad.network.*;
            import handgrad.input.userclass.HandGradient;
            import java.util.*;
            import org.nd4j.linalg.api.buffer.DataType;
            import org.nd4j.linalg.factory.Nd4j;

            public class Mine implements HandGradient {
                public Parameters gradient(Network network, Parameters parameters, Batch batch) {
            """;

    /** A loop that keeps a thread busy for longer than the tests wait. One without an end would slow all later tests down. */
    static final String FOR_SECONDS =
            "for (long begin = System.nanoTime(); System.nanoTime() - begin < 3_000_000_000L; )";

    private Sources() {}

    static Path write(Path folder, String file, String text) throws IOException {
        Path path = folder.resolve(file);
        Files.createDirectories(path.getParent());
        return Files.writeString(path, text);
    }

    /** {@code Mine.java}, with this as the body of {@code gradient}, from line 9 on. */
    static Path body(Path folder, String body) throws IOException {
        return write(folder, "Mine.java", HEAD + body + "\n}\n}\n");
    }

    /** {@code Mine.java} that returns zeros, with these members beside {@code gradient}, from line 11 on. */
    static Path members(Path folder, String members) throws IOException {
        return body(
                folder, "return Parameters.zeros(network, DataType.DOUBLE);\n}\n" + members + "\nstatic void end() {");
    }
}
