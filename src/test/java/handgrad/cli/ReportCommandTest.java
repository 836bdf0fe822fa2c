package handgrad.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code handgrad report}: pages from records, without training. */
class ReportCommandTest {
    @TempDir
    private Path results;

    private void record(String folder, String text) throws IOException {
        Files.createDirectories(results.resolve(folder));
        Files.writeString(results.resolve(folder).resolve("page.json"), text);
    }

    private void good(String folder) throws IOException {
        record(folder, Files.readString(Path.of("src/test/resources/page/xor.json")));
    }

    private Said report() {
        return Said.by("report", results.toString());
    }

    private String index() throws IOException {
        return Files.readString(results.resolve("index.html"));
    }

    @Test
    void makesEveryPageAnew() throws IOException {
        good("xor");
        good("study/run");
        for (int i = 0; i < 2; i++) {
            Said said = report();
            assertThat(said.exit()).as(said.err()).isZero();
            assertThat(said.err()).isEmpty();
            assertThat(said.out()).contains("2 records, 0 skipped", "index.html");
            assertThat(results.resolve("xor/report.html")).content().startsWith("<!DOCTYPE html>");
            assertThat(results.resolve("study/run/report.html")).isNotEmptyFile();
            assertThat(index()).contains("\"folder\":[\"study\",\"run\"],\"page\":\"report.html\"");
        }
    }

    /** A trace needs the network, and pictures the run: neither is in the record. The help says so. */
    @Test
    void leavesWhatOnlyARunMakes() throws IOException {
        good("xor");
        Files.writeString(results.resolve("xor/trace.html"), "as the run left it");
        Files.writeString(results.resolve("xor/loss.png"), "a picture");
        assertThat(report().exit()).isZero();
        assertThat(results.resolve("xor/trace.html")).hasContent("as the run left it");
        assertThat(results.resolve("xor/loss.png")).hasContent("a picture");
        assertThat(Said.by("help", "report").out().replaceAll("\\s+", " "))
                .contains("Traces (trace.html) and pictures are left as they are");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "{\"format\": 1, \"kind\": \"ru; is damaged: it is no JSON after line 1",
                "``; is empty",
                "[1, 2]; expected an object",
                "{\"name\": \"a web app\"}; it has no format",
                "{\"format\": 99, \"kind\": \"run\"}; is of format 99, expected 1",
                "{\"format\": 1, \"kind\": \"cake\"}; expected a kind",
                "{\"format\": 1} and more; is damaged"
            })
    void whatIsDamagedOrForeignIsNamedAndTheOthersAreShown(String text, String wrong) throws IOException {
        good("xor");
        record("odd", text);
        Said said = report();
        assertThat(said.exit()).isEqualTo(2);
        assertThat(said.complaints()).hasSize(1);
        assertThat(said.err()).contains(Path.of("odd", "page.json").toString(), wrong);
        assertThat(results.resolve("odd/page.json")).hasContent(text);
        assertThat(results.resolve("odd/report.html")).doesNotExist();
        assertThat(results.resolve("xor/report.html")).exists();
        assertThat(index()).contains("xor-cross-entropy", wrong);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "{\"experiment\": \"xo; is damaged: it is no JSON after line 1",
                "``; is no record of this program's",
                "[1, 2]; is no record of this program's",
                "{\"name\": \"a web app\"}; expected an object with an experiment"
            })
    void aRunWhoseRecordForProgramsIsDamagedIsNamedAndSkipped(String text, String wrong) throws IOException {
        good("xor");
        good("odd");
        Files.writeString(results.resolve("odd/run.json"), text);
        Said said = report();
        assertThat(said.exit()).isEqualTo(2);
        assertThat(said.complaints()).hasSize(1);
        assertThat(said.err()).contains(Path.of("odd", "run.json").toString(), wrong);
        assertThat(said.out()).contains("1 record, 1 skipped");
        assertThat(index()).contains("\"folder\":[\"xor\"]").doesNotContain("\"folder\":[\"odd\"]");
    }

    @Test
    void aPageOfSomebodyElseStays() throws IOException {
        good("xor");
        Path page = Files.writeString(results.resolve("xor/report.html"), "mine");
        Said said = report();
        assertThat(said.exit()).isEqualTo(2);
        assertThat(said.err()).contains("is no page of this program's");
        assertThat(page).hasContent("mine");
        Path index = Files.writeString(results.resolve("index.html"), "mine too");
        assertThat(report().exit()).isEqualTo(2);
        assertThat(index).hasContent("mine too");
    }

    @Test
    void anEmptyFolderHasAnIndexThatSaysSo() throws IOException {
        assertThat(report().exit()).isZero();
        assertThat(index()).contains("\"runs\":[]");
    }

    @Test
    void aFolderThatIsNotThereIsAnsweredWithTheNearest() throws IOException {
        Files.createDirectory(results.resolve("outcomes"));
        Said said = Said.by("report", results.resolve("outcome").toString());
        assertThat(said.exit()).isEqualTo(2);
        assertThat(said.complaints()).hasSize(1);
        assertThat(said.err()).contains("unknown folder 'outcome': did you mean 'outcomes'?");
        assertThat(results.resolve("outcome")).doesNotExist();
        assertThat(Said.by("report", results.resolve("a/b").toString()).err()).contains("there is no such folder");
        Path file = Files.writeString(results.resolve("file"), "");
        assertThat(Said.by("report", file.toString()).err()).contains("expected a folder, this is a file");
        assertThat(Said.by("report", "").exit()).isEqualTo(2);
    }

    @Test
    void aPageIsOpenedInTheWayOfTheSystem() {
        assertThat(Browser.command("Linux", "file:///a")).isEqualTo(List.of("xdg-open", "file:///a"));
        assertThat(Browser.command("Mac OS X", "file:///a")).isEqualTo(List.of("open", "file:///a"));
        assertThat(Browser.command("Windows 11", "file:///a"))
                .isEqualTo(List.of("rundll32", "url.dll,FileProtocolHandler", "file:///a"));
    }
}
