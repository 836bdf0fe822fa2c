package handgrad.show.page;

import static org.assertj.core.api.Assertions.assertThat;

import handgrad.lab.Experiment;
import handgrad.lab.Experiments;
import handgrad.sweep.Axis;
import handgrad.sweep.Choice;
import handgrad.sweep.Criterion;
import handgrad.sweep.Finished;
import handgrad.sweep.Journal;
import handgrad.sweep.Sweep;
import handgrad.sweep.Swept;
import handgrad.train.Outcome.Ending;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;

/** The page of a sweep in a browser: its map by the keyboard, its table sorted and searched. */
@Tag("outside")
class SweepBrowserTest {
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

    /** Of ten seeds as many learn as the number of the combination, from 0; the last run of all is lost. */
    private static String page(String name, String... axes) throws IOException {
        Experiment xor = Experiments.named("xor-cross-entropy");
        var given = new ArrayList<Axis>(List.of(Axis.of(Choice.SEED, "1..10")));
        for (int i = 0; i < axes.length; i += 2) {
            given.add(Axis.of(Choice.valueOf(axes[i]), axes[i + 1]));
        }
        Sweep sweep = Sweep.of(xor, xor.defaults(), given);
        Path made = Files.createDirectories(folder.resolve(name));
        try (Journal journal = Journal.in(made, sweep, true)) {
            for (long run = 0; run < sweep.size(); run++) {
                boolean lost = run == sweep.size() - 1;
                boolean learned = run % 10 < run / 10 && !lost;
                double loss = lost ? Double.NaN : learned ? 0.01 : 1.39;
                journal.append(new Finished(
                        run, loss, learned ? 1 : 0.75, 10, lost ? Ending.NOT_FINITE : Ending.COMPLETED, 1));
            }
            var swept = new Swept(sweep, Criterion.of(sweep.task()), journal.results(), List.of());
            return SweepHtml.of(swept, swept.combinations(), "./handgrad sweep");
        }
    }

    @Test
    void twoSettingsAreAMapThatArrowKeysGoThrough() throws IOException {
        browser.media(1280, "light", "reduce");
        browser.open(page("map", "HIDDEN", "2,3,4", "LEARNING_RATE", "0.1,1"));
        assertThat(browser.all(".map button")).hasSize(6);
        // The second combination: one of ten. Wilson's ends of 1/10 are 1.8 % and 40.4 %.
        assertThat(browser.all(".map button").get(3).getAttribute("aria-label"))
                .isEqualTo(
                        "hidden 2, learning-rate 1: 1 of 10 runs learned, 10.0 %, at 95 % confidence 1.8 % to 40.4 %");
        browser.one(".map button").sendKeys(Keys.ARROW_RIGHT);
        assertThat(browser.run("return document.activeElement.getAttribute('aria-label')")
                        .toString())
                .startsWith("hidden 3, learning-rate 0.1: 2 of 10 runs learned");
        assertThat(browser.one("#losses .count").getText()).isEqualTo("hidden 3, learning-rate 0.1");
        browser.assertQuiet();
    }

    @Test
    void theTableIsSortedSearchedAndHasAllCombinations() throws IOException {
        browser.media(400, "dark", "reduce");
        browser.open(page("table", "HIDDEN", "2,3,4", "LEARNING_RATE", "0.1,1"));
        assertThat(browser.all("#combinations tbody tr")).hasSize(6);
        // The fourth heading, share: the largest first. The last run of the last combination had not learned anyway.
        browser.all("#combinations .sort").get(3).sendKeys(Keys.ENTER);
        assertThat(browser.all("#combinations tbody tr").get(0).getText()).startsWith("4 1 5 of 10 50.0 %");
        browser.one("#words").sendKeys("hidden=3");
        assertThat(browser.all("#combinations tbody tr")).hasSize(2);
        assertThat(browser.one("#combinations .count").getText()).isEqualTo("2 of 6 combinations");
        assertThat(browser.number("document.documentElement.scrollWidth")).isLessThanOrEqualTo(400);
        browser.assertQuiet();
    }

    @Test
    void oneSettingIsACurveWithItsBand() throws IOException {
        browser.media(1280, "dark", "reduce");
        browser.open(page("curve", "LEARNING_RATE", "0.01..10:log7"));
        assertThat(browser.all("svg circle")).hasSize(7);
        assertThat(browser.all("svg .band")).hasSize(1);
        browser.assertQuiet();
    }
}
