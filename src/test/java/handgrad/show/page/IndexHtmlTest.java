package handgrad.show.page;

import static org.assertj.core.api.Assertions.assertThat;

import handgrad.show.file.ResultsFolder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The index as a file: its size, what it may load, and that nothing of its data is markup. */
class IndexHtmlTest {
    private static final String HOSTILE =
            "</script><script>alert(1)</script><img src=x onerror=alert(2)>\u202e\u2028&amp;\"'";
    private static final Pattern SCRIPT = Pattern.compile("<script>(.*?)</script>", Pattern.DOTALL);

    @TempDir
    private Path folder;

    private RecordFiles files;

    @BeforeEach
    void start() {
        files = new RecordFiles(folder);
    }

    private JsonNode runs() {
        return Fixtures.embedded(files.index()).path("runs");
    }

    @Test
    void namesAreTextWhateverIsInThem() {
        files.run("hostile", HOSTILE, HOSTILE, 1, 20).text(HOSTILE.replaceAll("[/\"]", ""), "[");
        String page = files.index();
        assertThat(page).doesNotContain("alert(1)</script>", "<img").doesNotContain("\u2028");
        assertThat(Fixtures.embedded(page)
                        .path("runs")
                        .path(0)
                        .path("experiment")
                        .asString())
                .isEqualTo(HOSTILE);
        assertThat(Fixtures.embedded(page).path("skipped").path(0).asString()).contains("expected an object");
    }

    @Test
    void threeHundredRunsStayBelowAMegabyte() {
        for (int i = 0; i < 300; i++) {
            files.run("study-" + i / 20 + "/run-" + i, "experiment-" + i / 20, "learning rate " + i, i, 3_000);
        }
        String page = files.index();
        assertThat(page.getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(1_000_000);
        for (JsonNode run : Fixtures.embedded(page).path("runs")) {
            assertThat(run.path("curve").path("values").size()).isBetween(60, 300);
            assertThat(run.path("curve").path("values").valueStream().mapToDouble(JsonNode::asDouble))
                    .contains(RecordFiles.PEAK);
        }
    }

    @Test
    void aLongCurveHasThreeHundredPointsAtMostAndKeepsItsPeak() {
        files.run("long", "long", null, 3, 50_000);
        JsonNode run = runs().path(0);
        assertThat(run.path("curve").path("values").size()).isBetween(100, 300);
        assertThat(run.path("curve").path("values").valueStream().mapToDouble(JsonNode::asDouble))
                .contains(RecordFiles.PEAK);
        assertThat(run.path("steps").asInt()).isEqualTo(50_000);
        assertThat(run.path("seed").asInt()).isEqualTo(3);
    }

    @Test
    void aGradientOfItsOwnIsWhatARunIsAbout() {
        files.text("own", """
                {"format": 1, "kind": "run", "experiment": "e", "title": "t", "verdict": {"id": "gradients-differ", "success": false},
                 "losses": [{"name": "hand", "steps": [0, 1], "values": [2, 1]},
                            {"name": "own", "steps": [0, 1], "values": [2, "Infinity"]}],
                 "trainScores": [{"name": "hand", "steps": [1], "values": [1]}, {"name": "own", "steps": [1], "values": [0.5]}]}
                """);
        JsonNode run = runs().path(0);
        assertThat(run.path("loss").asString()).isEqualTo("Infinity");
        assertThat(run.path("score").asDouble()).isEqualTo(0.5);
        assertThat(run.path("difference").isNull()).isTrue();
    }

    @Test
    void allowsItsOwnScriptAndNothingElse() {
        files.run("one", "one", null, 1, 20);
        String page = files.index();
        Matcher script = SCRIPT.matcher(page);
        assertThat(script.find()).isTrue();
        assertThat(page)
                .contains("content=\"default-src", PageAssets.hash(script.group(1)))
                .doesNotContain("script-src 'unsafe");
        assertThat(script.group(1)).doesNotContainPattern("fetch\\(|XMLHttpRequest|import\\(|innerHTML|eval\\(");
        assertThat(script.find()).isFalse();
        String markup =
                page.replaceAll("(?s)(<script[^>]*>).*?(</script>)", "$1$2").replaceAll("(?s)<style>.*?</style>", "");
        assertThat(markup).doesNotContain("http:", "https:", "<link").doesNotContainPattern("<[^>]*\\son\\w+=");
        assertThat(page).doesNotContain("url(", "@import");
    }

    @Test
    void linksAreNotFollowedAndDepthIsBounded() throws IOException {
        files.run("a/b", "within", null, 1, 5)
                .run("a/b/c", "too deep", null, 2, 5)
                .run(".writing", "hidden", null, 3, 5);
        Files.createSymbolicLink(folder.resolve("loop"), folder);
        Files.createDirectory(folder.resolve("dangling"));
        Files.createSymbolicLink(folder.resolve("dangling/page.json"), folder.resolve("nowhere"));
        Files.createDirectories(folder.resolve("folder/page.json"));
        Records records = Records.in(folder);
        assertThat(records.all()).extracting(PageRecord::folder).containsExactly(Path.of("a/b"));
        assertThat(records.complaints()).isEmpty();
    }

    @Test
    void aRefreshLeavesAForeignIndexAsItIs() throws IOException {
        Path index = Files.writeString(folder.resolve("index.html"), "mine");
        assertThat(ResultsIndex.refresh(ResultsFolder.at(folder))).isEmpty();
        assertThat(index).hasContent("mine");
        Files.delete(index);
        assertThat(ResultsIndex.refresh(ResultsFolder.at(folder))).contains(index);
        assertThat(ResultsIndex.refresh(ResultsFolder.at(folder))).contains(index);
    }
}
