package handgrad.show.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import tools.jackson.databind.JsonNode;

/** The page as a file: its size, what it may load, and that nothing of its data is markup. */
class PageHtmlTest {
    @SuppressWarnings("unused")
    private static final List<String> NAMES = Fixtures.NAMES;

    private static final Pattern SCRIPT = Pattern.compile("<script>(.*?)</script>", Pattern.DOTALL);

    @ParameterizedTest
    @FieldSource("NAMES")
    void isOneFileThatLoadsNothing(String name) {
        String page = Fixtures.page(Fixtures.json(name));
        assertThat(page.getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(600_000);
        String markup =
                page.replaceAll("(?s)(<script[^>]*>).*?(</script>)", "$1$2").replaceAll("(?s)<style>.*?</style>", "");
        assertThat(markup)
                .doesNotContainPattern("<[^>]*\\s(src|srcset|action|data|on\\w+)\\s*=")
                .doesNotContain("http:", "https:", "<link");
        assertThat(PageAssets.styles()).doesNotContain("url(", "@import");
        assertThat(PageAssets.scripts().get(2))
                .doesNotContainPattern("fetch\\(|XMLHttpRequest|import\\(|innerHTML|eval\\(");
        assertThat(page.contains("sourceMappingURL")).isFalse();
    }

    @Test
    void allowsItsOwnScriptsAndNothingElse() {
        String page = Fixtures.page(Fixtures.json("hostile"));
        String policy = page.substring(page.indexOf("default-src"), page.indexOf("form-action"))
                .replace("&#39;", "'");
        List<String> hashes = SCRIPT.matcher(page)
                .results()
                .map(script -> "'" + PageAssets.hash(script.group(1)) + "'")
                .toList();
        assertThat(hashes).hasSize(3);
        assertThat(policy)
                .startsWith(
                        "default-src 'none'; script-src " + String.join(" ", hashes) + "; style-src 'unsafe-inline';");
    }

    @Test
    void namesAreTextWhateverIsInThem() {
        String json = Fixtures.json("hostile");
        String page = Fixtures.page(json);
        int data = page.indexOf("id=\"data\">") + "id=\"data\">".length();
        assertThat(page.substring(data, page.indexOf("</script>", data))).doesNotContain("<", "\u2028", "\u2029");
        assertThat(page.contains("alert(1)</script>")).isFalse();
        assertThat(page.contains("<img")).isFalse();
        assertThat(Fixtures.embedded(page).path("title").asString()).isEqualTo(Fixtures.title(json));
        assertThat(page.contains("<title>&lt;/script&gt;&lt;script&gt;alert(1)&lt;/script&gt;"))
                .isTrue();
    }

    @Test
    void aLongRecordIsThinnedAndKeepsItsPeaks() {
        String page = Fixtures.page(Fixtures.longRecord());
        assertThat(page.getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(600_000);
        JsonNode loss = Fixtures.embedded(page).path("losses").get(0);
        assertThat(loss.path("recorded").asInt()).isEqualTo(Fixtures.POINTS / 4);
        assertThat(loss.path("steps").size())
                .isEqualTo(loss.path("values").size())
                .isBetween(1_000, 2_500);
        assertThat(loss.path("values").valueStream().mapToDouble(JsonNode::asDouble))
                .contains(Fixtures.PEAK);
        JsonNode difference = Fixtures.embedded(page).path("lossDifferences").get(0);
        assertThat(difference.path("zeros").asInt()).isEqualTo(Fixtures.POINTS / 20);
    }

    @Test
    void aShortRecordIsLeftAsItIs() {
        String json = Fixtures.json("xor");
        for (String name :
                List.of("losses", "lossDifferences", "parameterDifferences", "gradientDifferences", "layers")) {
            assertThat(Fixtures.embedded(Fixtures.page(json)).path(name))
                    .isEqualTo(Fixtures.embedded("id=\"data\">" + json + "</script>")
                            .path(name));
        }
    }
}
