package handgrad;

import static org.assertj.core.api.Assertions.assertThat;

import handgrad.lab.Experiment;
import handgrad.lab.Experiments;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the pages say can be run is there to be run, and what they link to is there to be read. */
class DocsTest {
    /** Names follow the command; placeholders are in capitals or brackets, options begin with a hyphen. */
    private static final Pattern COMMAND =
            Pattern.compile("\\./handgrad (?:run|trace)((?: [a-z][a-z0-9-]*(?![\\w./-]))+)");

    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#\\s]+)[^)]*\\)");

    private static final Pattern ANCHOR = Pattern.compile("\\]\\(([^)#:\\s]*)#([^)\\s]+)\\)");

    private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.*)$");

    static Stream<Path> pages() throws IOException {
        return Stream.concat(
                Stream.of(
                        Path.of("README.md"),
                        Path.of("CONTRIBUTING.md"),
                        Path.of("SECURITY.md"),
                        Path.of("CHANGELOG.md")),
                docs());
    }

    static Stream<Path> docs() throws IOException {
        try (Stream<Path> docs = Files.walk(Path.of("docs"))) {
            return docs.filter(page -> page.toString().endsWith(".md")).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void namesExperimentsThatExist(Path page) throws IOException {
        List<String> known = Experiments.all().stream().map(Experiment::name).toList();
        assertThat(known).isNotEmpty().containsAll(named(page));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void linksToFilesThatExist(Path page) throws IOException {
        Path folder = page.toAbsolutePath().getParent();
        assertThat(links(page))
                .allSatisfy(link -> assertThat(folder.resolve(link)).exists());
    }

    /** A reader knows from the first line whether to read on. */
    @ParameterizedTest
    @MethodSource("docs")
    void beginsWithTheQuestionThatItAnswers(Path page) throws IOException {
        List<String> lines = Files.readAllLines(page);
        assertThat(lines.get(0)).startsWith("# ");
        assertThat(lines.get(2)).startsWith("This page answers: ").contains("?");
    }

    /** As GitHub makes them of headings: small letters, hyphens for spaces, no other marks. */
    @ParameterizedTest
    @MethodSource("pages")
    void linksToHeadingsThatExist(Path page) throws IOException {
        Path folder = page.toAbsolutePath().getParent();
        for (MatchResult link : ANCHOR.matcher(Files.readString(page)).results().toList()) {
            Path target = link.group(1).isEmpty() ? page : folder.resolve(link.group(1));
            assertThat(found(HEADING, target).map(heading -> heading.toLowerCase(Locale.ROOT)
                            .replaceAll("[^\\w -]", "")
                            .replace(' ', '-')))
                    .as("%s", link.group())
                    .contains(link.group(2));
        }
    }

    private static List<String> named(Path page) throws IOException {
        return found(COMMAND, page)
                .flatMap(names -> Pattern.compile(" ").splitAsStream(names.strip()))
                .toList();
    }

    private static List<String> links(Path page) throws IOException {
        return found(LINK, page).filter(link -> !link.contains(":")).toList();
    }

    private static Stream<String> found(Pattern pattern, Path page) throws IOException {
        return pattern.matcher(Files.readString(page)).results().map((MatchResult match) -> match.group(1));
    }
}
