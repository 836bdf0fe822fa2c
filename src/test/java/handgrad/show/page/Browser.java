package handgrad.show.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogEntry;

/** A Chromium without a window, and what it says of a page. */
final class Browser implements AutoCloseable {
    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    private static final Path DRIVER = Path.of("/usr/bin/chromedriver");
    private static final Logger SELENIUM = Logger.getLogger("org.openqa.selenium");

    /** What a page may ask for: itself, and what its scripts made. */
    private static final Pattern ASKED = Pattern.compile("\"url\":\"(file:///[^\"]*/report\\.html|blob:|data:)");

    /** Ten seconds, in nanoseconds. */
    private static final long PATIENCE = 10_000_000_000L;

    private final ChromeDriver driver;
    private final Path folder;

    private Browser(Path folder) {
        this.folder = folder;
        SELENIUM.setLevel(Level.SEVERE);
        var options = new ChromeOptions();
        options.setBinary(CHROMIUM.toFile());
        options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--user-data-dir=" + folder.resolve("profile"));
        options.setCapability("goog:loggingPrefs", Map.of("browser", "ALL", "performance", "ALL"));
        var service = new ChromeDriverService.Builder()
                .usingDriverExecutable(new File(DRIVER.toString()))
                .build();
        driver = new ChromeDriver(service, options);
        driver.executeCdpCommand(
                "Browser.setDownloadBehavior",
                Map.of("behavior", "allow", "downloadPath", downloads().toString()));
    }

    /** One, or a skipped test where there is none on this machine. */
    static Browser start(Path folder) {
        assumeTrue(
                Files.isExecutable(CHROMIUM) && Files.isExecutable(DRIVER),
                "skipped: no browser at " + CHROMIUM + " with its driver at " + DRIVER);
        return new Browser(folder);
    }

    Path downloads() {
        return folder.resolve("downloads");
    }

    void media(int width, String scheme, String motion) {
        driver.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of(
                        "media",
                        "",
                        "features",
                        List.of(
                                Map.of("name", "prefers-color-scheme", "value", scheme),
                                Map.of("name", "prefers-reduced-motion", "value", motion))));
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", 900, "deviceScaleFactor", 1, "mobile", false));
    }

    /** As on paper, until {@link #media} is called. */
    void paper() {
        driver.executeCdpCommand("Emulation.setEmulatedMedia", Map.of("media", "print"));
    }

    /** Opens a page from a file, with no record of an earlier one. */
    void open(String page) {
        try {
            Path file = Files.writeString(folder.resolve("report.html"), page);
            driver.manage().logs().get("browser");
            driver.manage().logs().get("performance");
            driver.get(file.toUri().toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Object run(String script, Object... arguments) {
        return driver.executeScript(script, arguments);
    }

    double number(String script, Object... arguments) {
        return ((Number) run("return " + script, arguments)).doubleValue();
    }

    boolean holds(String script, Object... arguments) {
        return (Boolean) run("return Boolean(" + script + ")", arguments);
    }

    List<WebElement> all(String selector) {
        return driver.findElements(By.cssSelector(selector));
    }

    /** An element, scrolled to; what is drawn late has been drawn. */
    WebElement one(String selector) {
        WebElement element = driver.findElement(By.cssSelector(selector));
        run("arguments[0].scrollIntoView({block: 'center'})", element);
        return element;
    }

    /** A chart's canvas, once there is a chart on it. */
    WebElement chart(String section, int index) {
        WebElement canvas = all(section + " .plot canvas").get(index);
        run("arguments[0].scrollIntoView({block: 'center'})", canvas);
        await(() -> holds("Chart.getChart(arguments[0])", canvas));
        return canvas;
    }

    Actions actions() {
        return new Actions(driver);
    }

    void await(BooleanSupplier condition) {
        long end = System.nanoTime() + PATIENCE;
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waited too long").isLessThan(end);
            LockSupport.parkNanos(20_000_000);
        }
    }

    /** No message on the console, and nothing asked for but the page itself and what it made. */
    void assertQuiet() {
        assertThat(driver.manage().logs().get("browser").getAll())
                .extracting(LogEntry::getMessage)
                .isEmpty();
        assertThat(driver.manage().logs().get("performance").getAll())
                .extracting(LogEntry::getMessage)
                .filteredOn(message -> message.contains("Network.requestWillBeSent\""))
                .allMatch(message -> ASKED.matcher(message).find());
    }

    @Override
    public void close() {
        driver.quit();
    }
}
