package handgrad.check;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The jar with the classifier {@code check}, of the files that the build puts into it. */
final class CheckJar {
    private static final Path CLASSES = Path.of("target/classes");

    private CheckJar() {}

    /** Written as {@code mvn package} does. */
    static Path in(Path folder) throws IOException {
        String execution = execution();
        List<String> included = patterns("include", execution);
        List<String> excluded = patterns("exclude", execution);
        Path jar = folder.resolve("check.jar");
        try (var out = new JarOutputStream(Files.newOutputStream(jar));
                Stream<Path> files = Files.walk(CLASSES)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                Path name = CLASSES.relativize(file);
                if (matches(included, name) && !matches(excluded, name)) {
                    out.putNextEntry(new JarEntry(name.toString()));
                    Files.copy(file, out);
                }
            }
        }
        return jar;
    }

    private static String execution() throws IOException {
        String pom = Files.readString(Path.of("pom.xml"));
        int from = pom.indexOf("<id>check</id>");
        return pom.substring(from, pom.indexOf("</execution>", from));
    }

    private static List<String> patterns(String tag, String xml) {
        return Pattern.compile("<" + tag + ">([^<]+)</" + tag + ">")
                .matcher(xml)
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
    }

    private static boolean matches(List<String> globs, Path name) {
        return globs.stream()
                .anyMatch(glob ->
                        FileSystems.getDefault().getPathMatcher("glob:" + glob).matches(name));
    }
}
