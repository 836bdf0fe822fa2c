package handgrad.show.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The page in a browser: it is drawn, it can be used, it says nothing on the console and asks for nothing. */
@Tag("outside")
class PageBrowserTest {
    private static final String SCALE = "Chart.getChart(arguments[0]).scales.";

    /** The text whose contrast with what is behind it is below that of WCAG AA. */
    private static final String PALE = """
            const canvas = document.createElement('canvas').getContext('2d', {willReadFrequently: true});
            const seen = new Map();
            const painted = (c) => { canvas.clearRect(0, 0, 1, 1); canvas.fillStyle = c; canvas.fillRect(0, 0, 1, 1);
                return canvas.getImageData(0, 0, 1, 1).data; };
            const rgba = (c) => { if (!seen.has(c)) seen.set(c, painted(c)); return seen.get(c); };
            const light = (c) => [0.2126, 0.7152, 0.0722].reduce((s, w, i) => { const v = c[i] / 255;
                return s + w * (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4); }, 0);
            const behind = (e) => { for (; e; e = e.parentElement) { const c = rgba(getComputedStyle(e).backgroundColor);
                if (c[3] === 255) return c; } return [255, 255, 255]; };
            return [...document.querySelectorAll('body *')].filter((e) => e.checkVisibility() && !e.disabled
                && [...e.childNodes].some((n) => n.nodeType === 3 && n.data.trim() !== '')
                && !['SCRIPT', 'STYLE', 'NOSCRIPT'].includes(e.tagName)).map((e) => {
                const [a, b] = [light(rgba(getComputedStyle(e).color)), light(behind(e))].sort((x, y) => y - x);
                return [(a + 0.05) / (b + 0.05), e.tagName + '.' + e.className + ': ' + e.textContent.slice(0, 40)];
            }).filter(([ratio]) => ratio < 4.5).map(([ratio, text]) => ratio.toFixed(2) + ' ' + text);
            """;

    @TempDir
    private static Path folder;

    private static Browser browser;

    @BeforeAll
    static void start() throws IOException {
        browser = Browser.start(folder);
        Files.createDirectories(browser.downloads());
    }

    @AfterAll
    static void stop() {
        if (browser != null) {
            browser.close();
        }
    }

    static Stream<Arguments> looks() {
        return IntStream.of(1200, 390).boxed().flatMap(width -> Stream.of("light", "dark")
                .map(scheme -> Arguments.of(width, scheme)));
    }

    static Stream<Arguments> pages() {
        return Fixtures.NAMES.stream()
                .flatMap(name -> looks().map(look -> Arguments.of(name, look.get()[0], look.get()[1])));
    }

    private static void open(String name, int width, String scheme) {
        browser.media(width, scheme, "no-preference");
        browser.open(Fixtures.page(Fixtures.json(name)));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void isDrawnWithinItsWidthAndReadable(String name, int width, String scheme) {
        open(name, width, scheme);
        browser.run("Handgrad.drawAll()");
        assertThat(browser.number("document.documentElement.scrollWidth")).isLessThanOrEqualTo(width);
        assertThat((List<?>) browser.run(PALE)).isEmpty();
        assertThat(browser.all("h1")).hasSize(1);
        assertThat(
                        browser.holds(
                                "[...document.querySelectorAll('.plot')].every((p) => Chart.getChart(p.querySelector('canvas'))"
                                        + ".data.datasets.some((d) => !d.fixed && d.data.filter((q) => q.y > -Infinity).length > 1))"))
                .as("no chart is empty")
                .isTrue();
        assertThat(browser.all(".notice.bad").stream().map(WebElement::getText))
                .noneMatch(text -> text.startsWith("This part could not be made"));
        browser.assertQuiet();
    }

    @ParameterizedTest
    @MethodSource("looks")
    void aDragZoomsAllChartsOfAPartAndADoubleClickResetsThem(int width, String scheme) {
        open("xor", width, scheme);
        WebElement below = browser.chart("#loss", 1);
        WebElement canvas = browser.chart("#loss", 0);
        int far = width / 6;
        browser.actions()
                .moveToElement(canvas)
                .clickAndHold()
                .moveByOffset(far, 0)
                .release()
                .perform();
        browser.await(() -> browser.number(SCALE + "x.min", canvas) > 1000);
        assertThat(browser.number(SCALE + "x.max", canvas)).isLessThan(9900);
        assertThat(browser.number(SCALE + "x.min", below))
                .isCloseTo(browser.number(SCALE + "x.min", canvas), within(1e-6));
        browser.actions().doubleClick(canvas).perform();
        browser.await(() -> browser.number(SCALE + "x.min", canvas) == 0);
        assertThat(browser.number(SCALE + "x.max", below)).isEqualTo(10_000);
        browser.one("#loss [aria-label='zoom in']").click();
        assertThat(browser.number(SCALE + "x.max - " + SCALE + "x.min", canvas)).isCloseTo(5000, within(1.0));
        browser.one("#loss .reset").click();
        assertThat(browser.number(SCALE + "x.max", canvas)).isEqualTo(10_000);
        browser.assertQuiet();
    }

    @ParameterizedTest
    @MethodSource("looks")
    void valuesAreReadByPointerAndByKey(int width, String scheme) {
        open("xor", width, scheme);
        // A chart is drawn when it comes into sight; the tip holds the values of those that are.
        browser.chart("#loss", 1);
        WebElement canvas = browser.chart("#loss", 0);
        browser.actions().moveToElement(canvas).perform();
        WebElement tip = browser.one("#loss .tip");
        assertThat(tip.getText()).contains("step ", "hand", "loss difference, dl4j", "1.4");
        browser.run("arguments[0].focus()", canvas);
        browser.actions().sendKeys(Keys.HOME).perform();
        assertThat(tip.getText()).contains("step 0").contains("3.00148");
        browser.actions().sendKeys(Keys.ARROW_RIGHT).perform();
        assertThat(tip.getText()).contains("step 1").contains("2.92296");
        assertThat(browser.run("return document.querySelector('#loss .spoken').textContent"))
                .as("what keys have read is announced")
                .asString()
                .contains("step 1", "hand 2.92296");
        browser.assertQuiet();
    }

    @ParameterizedTest
    @MethodSource("looks")
    void theAxisSwitchesAndTheLegendHides(int width, String scheme) {
        open("xor", width, scheme);
        WebElement canvas = browser.chart("#loss", 0);
        browser.one("#loss .switch input").click();
        assertThat(browser.run("return " + SCALE + "y.type", canvas)).isEqualTo("logarithmic");
        browser.one("#loss .switch input").click();
        assertThat(browser.run("return " + SCALE + "y.type", canvas)).isEqualTo("linear");
        WebElement entry = browser.one("#loss .entry");
        entry.click();
        assertThat(entry.getDomAttribute("aria-pressed")).isEqualTo("false");
        assertThat(browser.holds("Chart.getChart(arguments[0]).isDatasetVisible(0)", canvas))
                .isFalse();
        entry.sendKeys(Keys.ENTER);
        assertThat(browser.holds("Chart.getChart(arguments[0]).isDatasetVisible(0)", canvas))
                .isTrue();
        browser.assertQuiet();
    }

    /** What has been saved so far: a browser makes the file first and fills it then. */
    private static String saved(Path file) {
        try {
            return Files.exists(file) ? Files.readString(file) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<CsvRecord> download(String section) throws IOException {
        WebElement button = browser.one(section + " .csv");
        Path file = browser.downloads().resolve(button.getDomAttribute("title"));
        Files.deleteIfExists(file);
        button.click();
        browser.await(() -> saved(file).endsWith("\r\n"));
        return CsvReader.builder().ofCsvRecord(saved(file)).stream().toList();
    }

    @ParameterizedTest
    @MethodSource("looks")
    void tablesAreSavedWithAllDigits(int width, String scheme) throws IOException {
        open("diverged", width, scheme);
        List<CsvRecord> rows = download("#loss");
        assertThat(rows.get(0).getFields()).containsExactly("step", "hand", "dl4j", "textbook form");
        assertThat(rows.get(3).getFields()).containsExactly("2", "Infinity", "300.5", "NaN");
        open("hostile", width, scheme);
        JsonNode configuration =
                Fixtures.embedded(Fixtures.page(Fixtures.json("hostile"))).path("configuration");
        List<CsvRecord> saved = download("#configuration");
        assertThat(saved).hasSize(configuration.size() + 1);
        assertThat(saved.get(1).getField(0))
                .isEqualTo(configuration.get(0).path("key").asString());
        browser.assertQuiet();
    }

    @Test
    void hostileNamesAreShownAndLeadNowhere() {
        open("hostile", 1200, "light");
        String title = Fixtures.title(Fixtures.json("hostile"));
        assertThat(browser.run("return document.querySelector('h1').textContent"))
                .isEqualTo(title);
        assertThat(browser.all("#page script, #page img")).isEmpty();
        assertThat(browser.all("#runs a").stream().map(link -> link.getDomAttribute("href")))
                .containsExactly("0.1/report.html");
        browser.assertQuiet();
    }

    @Test
    void theSurfaceMovesByKeyAndStandsStillForThoseWhoAskForIt() {
        browser.media(390, "dark", "reduce");
        browser.open(Fixtures.page(Fixtures.json("xor")));
        WebElement slider = browser.one("#surface input");
        browser.await(() -> browser.one("#surface .read").getText().equals("step 10,000"));
        slider.sendKeys(Keys.HOME);
        assertThat(browser.one("#surface .read").getText()).isEqualTo("step 0");
        WebElement play = browser.one("#surface .play");
        assertThat(play.getText()).contains("next step");
        play.click();
        assertThat(browser.one("#surface .read").getText()).isNotEqualTo("step 0");
        assertThat(slider.getDomAttribute("aria-valuetext")).isNotEqualTo("step 0");
        browser.assertQuiet();
    }

    @Test
    void theSurfacePlaysToTheEndOfTraining() {
        open("xor", 1200, "light");
        browser.await(() -> browser.one("#surface .read").getText().equals("step 10,000"));
        browser.one("#surface .play").click();
        browser.await(() -> !browser.one("#surface .read").getText().equals("step 10,000"));
        assertThat(browser.one("#surface .play").getText()).contains("pause");
        browser.await(() -> browser.one("#surface .read").getText().equals("step 10,000"));
        assertThat(browser.one("#surface .play").getText()).contains("play");
        browser.assertQuiet();
    }

    @Test
    void mapsAreFoldedWhereEveryEntryIsRight() {
        open("digits", 1200, "light");
        assertThat(browser.all("#maps canvas")).isEmpty();
        browser.one("#maps summary").click();
        browser.await(() -> browser.all("#maps canvas").size() == 2);
        browser.assertQuiet();
    }

    /** The engines agree, and the network is stuck. */
    @Test
    void thereAreTwoBadges() {
        open("xor", 1200, "light");
        assertThat(browser.one("#badge").getText()).startsWith("✓ AGREE");
        assertThat(browser.one("#learned").getText()).isEqualTo("— STUCK");
        browser.assertQuiet();
    }

    /** One scale for all maps: pale up to what rounding allows, and no entry that is right looks like one that is wrong. */
    @Test
    void aColourIsAShareOfWhatRoundingAllows() {
        open("differ", 1200, "light");
        assertThat(
                        browser.run(
                                "return [-3, -0.01, 0].every((v) => Handgrad.css(Handgrad.shareColour(v)) === Handgrad.css(Handgrad.rgb('heat0')))"))
                .isEqualTo(true);
        assertThat(
                        browser.run(
                                "return [8, 14, Infinity, NaN].every((v) => Handgrad.css(Handgrad.shareColour(v)) === Handgrad.css(Handgrad.rgb('heat2')))"))
                .isEqualTo(true);
    }

    @Test
    void aMapNamesItsWorstEntryAndIsReadByKey() {
        open("differ", 1200, "light");
        JsonNode worst = Fixtures.embedded(Fixtures.page(Fixtures.json("differ")))
                .path("weightMaps")
                .get(0)
                .path("worst");
        assertThat(browser.one("#maps .worst").getText())
                .contains("W¹[" + worst.path("row").asInt() + ","
                        + worst.path("column").asInt() + "]");
        assertThat(browser.all("#maps > details"))
                .as("a wrong entry is shown at once")
                .isEmpty();
        browser.run("arguments[0].focus()", browser.one("#maps canvas"));
        browser.actions().sendKeys(Keys.ARROW_RIGHT).perform();
        assertThat(browser.one("#maps .read").getText())
                .contains("neuron " + (worst.path("column").asInt() + 1));
        browser.assertQuiet();
    }

    /** Of 30 curves twelve are read: without a pointer the six highest and the six lowest, with one also those near by. */
    @Test
    void ofManyCurvesTheExtremesAreRead() {
        open("study", 1200, "light");
        String ys = "Array.from({length: 30}, (_, i) => (i * 7) % 30)";
        assertThat(browser.run("const ys = " + ys + "; return Handgrad.telling(ys, null).map((i) => ys[i]).join()"))
                .isEqualTo("0,1,2,3,4,5,24,25,26,27,28,29");
        assertThat(browser.run("const ys = " + ys + "; return Handgrad.telling(ys, 15).map((i) => ys[i]).join()"))
                .asString()
                .startsWith("0,1,")
                .contains(",15,")
                .endsWith(",28,29");
        assertThat(browser.run("return Handgrad.logLabels([0.4, 0.5, 0.6]).length > 1"))
                .isEqualTo(true);
        assertThat(browser.run("return Handgrad.bottom([{values: [-40, -3, 0.9]}, {values: [-10, 0.2]}])"))
                .as("half below 0, as both curves end above it")
                .isEqualTo(-0.5);
        browser.assertQuiet();
    }

    @Test
    void printingDrawsEverythingInLightColours() {
        open("digits", 1200, "dark");
        browser.run("dispatchEvent(new Event('beforeprint'))");
        assertThat(browser.holds("[...document.querySelectorAll('.plot canvas')].every((c) => Chart.getChart(c))"))
                .isTrue();
        assertThat(browser.run("return Handgrad.colour('paper')")).isEqualTo("#fff");
        browser.run("dispatchEvent(new Event('afterprint'))");
        assertThat(browser.run("return Handgrad.colour('paper')")).isNotEqualTo("#fff");
        browser.assertQuiet();
    }

    /** Deviations are never negative: their axis leaves room above, and begins at 0. */
    @Test
    void deviationsBeginAtZero() {
        browser.media(1200, "light", "no-preference");
        browser.open(Fixtures.page(Fixtures.withSpreads()));
        WebElement canvas = browser.chart("#layers", 2);
        assertThat(canvas.getAttribute("aria-label")).startsWith("Standard deviation of the activations");
        assertThat(browser.number(SCALE + "y.min", canvas)).isZero();
        assertThat(browser.number(SCALE + "y.max", canvas)).isGreaterThanOrEqualTo(0.3);
        browser.assertQuiet();
    }

    /** The colour of a point of a canvas, as a style sheet writes it. */
    private static Object pixel(WebElement canvas, double x, double y) {
        return browser.run("""
                const one = document.createElement('canvas').getContext('2d', {willReadFrequently: true});
                one.drawImage(arguments[0], -arguments[1], -arguments[2]);
                return Handgrad.css([...one.getImageData(0, 0, 1, 1).data].slice(0, 3));
                """, canvas, x, y);
    }

    private static Object colour(String name) {
        return browser.run("return Handgrad.css(Handgrad.rgb('" + name + "'))");
    }

    /** True 0, 1, 2, answered 0, 0, NaN: a point at the lower left, one below the middle of the line, and none. */
    @ParameterizedTest
    @MethodSource("looks")
    void answersLieBesideTheLineOnWhichTheyWouldBeRight(int width, String scheme) {
        browser.media(width, scheme, "no-preference");
        browser.open(Fixtures.page("digits", page -> page.putObject("fit")
                .put("engine", "hand")
                .put("of", 3)
                .putArray("outputs")
                .addObject()
                .put("unit", 0)
                .setAll(Map.of(
                        "truth", page.arrayNode().add(0).add(1).add(2),
                        "answers", page.arrayNode().add(0).add(0).add("NaN")))));
        WebElement canvas = browser.one("#fit canvas");
        browser.await(() -> colour("line1").equals(pixel(canvas, 46, 294)));
        assertThat(canvas.getAccessibleName())
                .isEqualTo("Answers of hand to output 0 against the true values, from 0 to 2");
        assertThat(pixel(canvas, 189, 294)).as("answered 0 where 1 is true").isEqualTo(colour("line1"));
        assertThat(pixel(canvas, 332, 294)).as("what is not finite is no point").isNotEqualTo(colour("line1"));
        assertThat(browser.one("#fit figcaption").getText()).isEqualTo("output 0, 1 answer not finite");
        browser.one("#fit summary").click();
        browser.await(() -> !browser.all("#fit tbody tr").isEmpty());
        assertThat(browser.all("#fit tbody tr").stream().map(WebElement::getText))
                .containsExactly("0 0 0", "0 1 0", "0 2 NaN");
        assertThat(browser.number("document.documentElement.scrollWidth")).isLessThanOrEqualTo(width);
        browser.assertQuiet();
    }

    /** Two neurons: one that rises from the lower left to the upper right, one that is 1 everywhere, of seventeen. */
    @ParameterizedTest
    @MethodSource("looks")
    void eachHiddenNeuronHasASurfaceInOneScale(int width, String scheme) {
        browser.media(width, scheme, "no-preference");
        browser.open(Fixtures.page("xor", page -> {
            ObjectNode surface = (ObjectNode) page.path("surface");
            int points = surface.path("size").asInt() * surface.path("size").asInt();
            ArrayNode neurons = surface.putObject("hidden")
                    .put("total", 17)
                    .put("from", 0)
                    .put("to", 1)
                    .putArray("neurons");
            ArrayNode rising =
                    neurons.addObject().put("layer", 1).put("index", 0).putArray("values");
            ArrayNode level =
                    neurons.addObject().put("layer", 2).put("index", 3).putArray("values");
            for (int i = 0; i < points; i++) {
                rising.add(i / (points - 1.0));
                level.add(1);
            }
        }));
        WebElement rising = browser.one("#surface .neuron");
        double last = browser.number("arguments[0].height - 1", rising);
        browser.await(() -> colour("minus").equals(pixel(rising, 0, last)));
        assertThat(pixel(rising, last, 0)).isEqualTo(colour("plus"));
        assertThat(rising.getAccessibleName())
                .startsWith("Answers of layer 1, neuron 0 over both inputs at the end of training, from 0 at (")
                .contains(" to 1 at (");
        WebElement level = browser.all("#surface .neuron").get(1);
        browser.await(() -> colour("plus").equals(pixel(level, 0, last)));
        assertThat(browser.all("#surface .neurons figcaption").stream().map(WebElement::getText))
                .containsExactly("layer 1, neuron 0", "layer 2, neuron 3");
        assertThat(browser.one("#surface .neurons").getText())
                .contains("Shown are 2 of 17 hidden neurons", "input 0 across, ", "input 1 upwards, ");
        assertThat((List<?>) browser.run(PALE)).isEmpty();
        assertThat(browser.number("document.documentElement.scrollWidth")).isLessThanOrEqualTo(width);
        browser.assertQuiet();
    }

    /** In words beside the name, so that no colour has to be seen. */
    @Test
    void runsOfAStudyThatFailedOrStuckAreMarked() {
        browser.media(1200, "dark", "no-preference");
        browser.open(Fixtures.page("study", page -> {
            ArrayNode marks = ((ObjectNode) page.path("runs")).putArray("marks");
            marks.addObject().put("kind", "failed").put("words", "✗ diverged");
            marks.addObject().put("kind", "stuck").put("words", "— stuck");
            marks.addNull();
        }));
        browser.one("#runs");
        assertThat(browser.all("#runs tbody tr.fails .pill.bad").stream().map(WebElement::getText))
                .containsExactly("✗ diverged");
        assertThat(browser.all("#runs tbody tr.differs .pill.warn").stream().map(WebElement::getText))
                .containsExactly("— stuck");
        assertThat(browser.one("#runs tbody tr:nth-child(3)").getText()).doesNotContain("✗", "stuck");
        browser.assertQuiet();
    }

    /** What is only for a screen is left out, nothing is wider than the paper, and what is read is dark on white. */
    @ParameterizedTest
    @ValueSource(strings = {"xor", "digits", "differ", "study", "mistakes"})
    void onPaperThereIsNothingToClickAndNothingIsCutOff(String name) {
        open(name, 700, "dark");
        browser.paper();
        browser.run("dispatchEvent(new Event('beforeprint'))");
        assertThat(browser.holds(
                        "[...document.querySelectorAll('nav, .csv, .controls, .tip, .skip, details > :not(summary), "
                                + "button:not(.entry)')].every((e) => !e.checkVisibility())"))
                .isTrue();
        assertThat(browser.number("document.documentElement.scrollWidth")).isLessThanOrEqualTo(700);
        assertThat((List<?>) browser.run(
                        "return [...document.querySelectorAll('.scroller, .map-holder, .legend, .panel, .plot')]"
                                + ".filter((e) => e.checkVisibility() && e.scrollWidth > e.clientWidth + 1"
                                + " && getComputedStyle(e).overflowX !== 'visible').map((e) => e.className)"))
                .as("cut off")
                .isEmpty();
        assertThat((List<?>) browser.run(PALE)).isEmpty();
        browser.run("dispatchEvent(new Event('afterprint'))");
        browser.assertQuiet();
    }

    @Test
    void aLongRecordOpensWithinASecond() {
        browser.media(1200, "light", "no-preference");
        String page = Fixtures.page(Fixtures.longRecord());
        double best = DoubleStream.generate(() -> {
                    browser.open(page);
                    browser.chart("#loss", 0);
                    return browser.number("performance.getEntriesByType('navigation')[0].loadEventEnd");
                })
                .limit(3)
                .min()
                .orElseThrow();
        assertThat(best).as("milliseconds").isLessThan(1000);
        assertThat(browser.one("#loss").getText()).contains("25,000 recorded points");
        WebElement canvas = browser.chart("#loss", 0);
        assertThat(browser.number(
                        "Math.max(...Chart.getChart(arguments[0]).data.datasets[0].data.map((p) => p.y))", canvas))
                .isEqualTo(Fixtures.PEAK);
        browser.assertQuiet();
    }
}
