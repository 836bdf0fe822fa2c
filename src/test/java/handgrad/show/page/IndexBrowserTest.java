package handgrad.show.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
        return browser.all("tbody th").stream()
                .map(th -> th.getDomProperty("textContent"))
                .toList();
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
        browser.one("#words").sendKeys("seed 9");
        assertThat(names()).containsExactly("beta");
        browser.one("#words").clear();
        browser.one("#words").sendKeys("rate 5");
        assertThat(browser.all("tbody tr")).as("the study with the run found").hasSize(2);
        assertThat(browser.one(".count[role=status]").getText()).isEqualTo("1 of 9 runs");
        browser.one("#words").sendKeys(Keys.chord(Keys.CONTROL, "a"), Keys.DELETE);
        browser.one(".chip.warn").click();
        assertThat(names()).containsExactlyInAnyOrder("beta", "rates", "rates");
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
