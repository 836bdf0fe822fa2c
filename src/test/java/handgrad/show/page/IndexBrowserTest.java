package handgrad.show.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** The index in a browser: sorted, searched, compared; it says nothing on the console and asks for nothing. */
@Tag("outside")
class IndexBrowserTest {
    private static final String HOSTILE = "<b>bold</b>\u202e\"'";

    @TempDir
    private static Path folder;

    private static Browser browser;
    private static String page;
    private static String empty;

    @BeforeAll
    static void start() throws IOException {
        browser = Browser.start(folder);
        Files.createDirectories(browser.downloads());
        var files = new RecordFiles(folder.resolve("results"));
        files.study("rates", "rates");
        for (int i = 1; i <= 6; i++) {
            files.run("rates/" + i, "rates", "rate " + i, i, 100 * i);
        }
        page = files.run("beta", "beta", null, 9, 50)
                .run("alpha", "alpha", null, 10, 3_000)
                .run("hostile", HOSTILE, null, 11, 1)
                .text("damaged", "{\"format\": 1,")
                .index();
        Files.createDirectories(folder.resolve("nothing"));
        empty = new RecordFiles(folder.resolve("nothing")).index();
    }

    @AfterAll
    static void stop() {
        if (browser != null) {
            browser.close();
        }
    }

    private static void open(int width, String scheme) {
        browser.media(width, scheme, "reduce");
        browser.open(page);
    }

    private static List<String> names() {
        return browser.all("tbody th bdi:first-of-type").stream()
                .filter(name -> browser.holds("!arguments[0].closest('small')", name))
                .map(name -> name.getDomProperty("textContent"))
                .toList();
    }

    private static void type(String words) {
        browser.one("#words").sendKeys(Keys.chord(Keys.CONTROL, "a"), Keys.DELETE);
        browser.one("#words").sendKeys(words);
    }

    private static void sortBy(String column) {
        browser.all(".sort").stream()
                .filter(button -> button.getText().equals(column))
                .findFirst()
                .orElseThrow()
                .click();
    }

    @ParameterizedTest
    @CsvSource({"1200, light", "1200, dark", "390, light", "390, dark"})
    void isDrawnWithinItsWidth(int width, String scheme) {
        open(width, scheme);
        browser.run("document.querySelectorAll('.fold, tbody input').forEach((e) => e.click())");
        browser.await(() -> browser.one("#compare").isDisplayed());
        assertThat(browser.number("document.documentElement.scrollWidth")).isLessThanOrEqualTo(width);
        assertThat(browser.all(".overlay .line")).hasSizeGreaterThanOrEqualTo(3);
        assertThat(browser.all(".small")).hasSizeGreaterThan(3);
        assertThat(browser.one(".notice").getText()).contains("1 file is not shown", "damaged");
        browser.assertQuiet();
    }

    @Test
    void isSortedByAnyColumn() {
        open(1200, "light");
        sortBy("experiment");
        assertThat(names()).containsExactly(HOSTILE, "alpha", "beta", "rates");
        sortBy("experiment");
        assertThat(names()).containsExactly("rates", "beta", "alpha", HOSTILE);
        assertThat(browser.all("th[aria-sort=descending]")).hasSize(1);
        sortBy("steps");
        assertThat(names()).containsExactly(HOSTILE, "beta", "rates", "alpha");
        sortBy("steps");
        assertThat(names()).containsExactly("alpha", "rates", "beta", HOSTILE);
        assertThat(browser.holds("document.querySelector('th b')"))
                .as("markup of a name")
                .isFalse();
    }

    @Test
    void aStudyOpensByKeyboard() {
        open(1200, "light");
        assertThat(browser.all("tbody tr")).hasSize(4);
        browser.one(".fold").sendKeys(Keys.ENTER);
        assertThat(browser.all("tbody tr")).hasSize(10);
        assertThat(browser.one(".fold").getDomAttribute("aria-expanded")).isEqualTo("true");
    }

    @Test
    void isSearchedByWordsAndVerdict() {
        open(1200, "light");
        type("bet");
        assertThat(names()).containsExactly("beta");
        type("rate 5");
        assertThat(names()).as("the study with the run found").containsExactly("rates", "rate 5");
        assertThat(browser.one(".count[role=status]").getText()).isEqualTo("1 of 9 runs");
        type(" ");
        browser.one(".chip.warn").click();
        assertThat(names()).containsExactlyInAnyOrder("beta", "rates", "rate 4");
        browser.assertQuiet();
    }

    /** Of the nine runs, with the seeds 1 to 6 and 9 to 11, on layers of as many neurons and 3. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "seed 1; rate 1",
                "--seed=1; rate 1",
                "seed: 10; alpha",
                "seed 7; ''",
                "rate 0.90; beta",
                "--learning-rate 0.9; beta",
                "learning rate 0.9; beta",
                "batch 2; beta",
                "batch-size 2 rule sgd; beta",
                "batch 2 rule adam; ''",
                "updater adam seed 3; rate 3",
                "widths 10,3; alpha",
                "--hidden 10, 3; alpha",
                "hidden 10; alpha",
                "widths 3,10; ''",
                "0.9; beta",
                "0; rate 1, rate 2, rate 3, rate 4, rate 5, rate 6, alpha, beta, <b>bold</b>\u202e\"'"
            })
    void anOptionIsLookedForInItself(String typed, String found) {
        open(1200, "light");
        type(typed);
        var runs = names().stream().filter(name -> !name.equals("rates")).toList();
        assertThat(String.join(", ", runs.stream().sorted().toList()))
                .isEqualTo(String.join(
                        ", ", Stream.of(found.split(", ", -1)).sorted().toList()));
    }

    @Test
    void optionsAreColumnsThatSort() {
        open(1200, "light");
        browser.one(".fold").click();
        for (String column : List.of("rate", "widths", "seed")) {
            sortBy(column);
            assertThat(names().stream().filter(name -> name.startsWith("rate ")))
                    .containsExactly("rate 1", "rate 2", "rate 3", "rate 4", "rate 5", "rate 6");
        }
        sortBy("seed");
        assertThat(names()).startsWith(HOSTILE, "alpha", "beta", "rates", "rate 6");
        sortBy("batch");
        assertThat(names()).startsWith("beta");
        sortBy("rule");
        assertThat(names()).startsWith("rates", "rate 1");
    }

    /** At 0, 5 and 10 the runs stand at 0, 5, 10 and at 4, 4, 4; one that ended at 5 no longer counts after it. */
    @Test
    void aStudyHasAMeanAndABand() {
        open(1200, "light");
        Object band = browser.run("return Object.values(Handgrad.band([{steps: [0, 10], values: [0, 10]},"
                + " {steps: [0, 5, 10], values: [4, 4, 4]}, {steps: [0, 5], values: [2, 6]}]))");
        assertThat(band).hasToString("[[0, 5, 10], [2, 5, 7], [0, 4, 4], [4, 6, 10]]");
        assertThat(browser.all(".study .small .band")).hasSize(1);
        DoubleSummaryStatistics last = IntStream.rangeClosed(1, 6)
                .mapToDouble(i -> RecordFiles.loss(100 * i, i))
                .summaryStatistics();
        assertThat(browser.one(".study td[data-name='final loss']").getText())
                .isEqualTo("%.3f\n%.3f\nto %.3f".formatted(last.getAverage(), last.getMin(), last.getMax()));
        browser.one(".study input").click();
        browser.await(() -> browser.one("#compare").isDisplayed());
        assertThat(browser.all(".overlay .line")).hasSize(1);
        assertThat(browser.all(".overlay .band")).hasSize(1);
        assertThat(browser.one("#compare .legend").getText()).contains("mean of 6 runs");
        browser.one("#compare .switch input").click();
        assertThat(browser.all(".overlay .line")).hasSize(6);
        browser.assertQuiet();
    }

    @Test
    void equalNamesAreToldApart() {
        var files = new RecordFiles(folder.resolve("equal"));
        String index = files.run("old/beta", "beta", null, 1, 5)
                .run("beta--seed-2", "beta", null, 2, 5)
                .run("alpha", "alpha", null, 3, 5)
                .index();
        browser.media(1200, "light", "reduce");
        browser.open(index);
        assertThat(browser.all("tbody th").stream().map(WebElement::getText))
                .containsExactlyInAnyOrder("beta\nold/beta", "beta\nbeta--seed-2", "alpha");
        browser.assertQuiet();
    }

    @Test
    void twoRunsAreCompared() {
        open(1200, "light");
        for (String name : List.of("alpha", "beta")) {
            browser.one("input[aria-label='Compare " + name + "']").click();
        }
        browser.await(() -> browser.one("#compare").isDisplayed());
        assertThat(browser.all(".overlay .line path")).hasSize(2);
        assertThat(browser.all(".differs th").stream().map(WebElement::getText))
                .anyMatch(text -> text.startsWith("learning rate"))
                .noneMatch(text -> text.startsWith("updater"));
        WebElement chart = browser.one(".overlay");
        chart.sendKeys(Keys.ARROW_RIGHT, Keys.ARROW_RIGHT);
        assertThat(browser.one("#compare .read").getText()).startsWith("At step ");
        browser.all(".bar button").get(1).click();
        browser.await(() -> !browser.holds("document.querySelector('#compare').checkVisibility()"));
        browser.assertQuiet();
    }

    @Test
    void anEmptyFolderSaysSo() {
        browser.media(390, "light", "reduce");
        browser.open(empty);
        assertThat(browser.one("#runs").getText()).contains("No runs yet", "./handgrad run");
        browser.assertQuiet();
    }
}
