package handgrad.judge.reading;

import static org.assertj.core.api.Assertions.assertThat;

import handgrad.lab.result.Verification.Judged;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Mistakes that people made: each is judged rightly, and named with its step and layer, or not at all. */
class RealCasesTest {
    private static final Path FRESH = Path.of("target/real-cases.md");
    private static final Path PAGE = Path.of("docs/real-cases.md");
    private static final String BEGIN = "<!-- begin: target/real-cases.md -->";
    private static final String END = "<!-- end -->";
    private static final String REFRESH =
            "docs/real-cases.md holds other answers: put target/real-cases.md between its two marks,"
                    + " sed -i -e '/^<!-- begin: target/r target/real-cases.md' -e '/^<!-- begin/,/^<!-- end/{//!d}'"
                    + " docs/real-cases.md";

    static List<RealCase> cases() {
        return RealCase.all();
    }

    @Test
    void everyCaseFileHasItsTruth() throws IOException {
        try (var files = Files.list(RealCase.FOLDER)) {
            assertThat(files.map(file -> file.getFileName().toString()).filter(name -> !name.equals("truth.json")))
                    .hasSize(50)
                    .containsExactlyInAnyOrderElementsOf(
                            cases().stream().map(one -> one.name() + ".json").toList());
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void isJudgedAndNamed(RealCase given) {
        Judged judged = given.judged();
        List<Cause> causes = RealCase.causes(judged);
        assertThat(judged.passes()).isEqualTo(given.passes());
        boolean named = given.isNamedBy(causes);
        boolean right = given.unknown() ? named || causes.isEmpty() : named;
        assertThat(right)
                .as("%s", causes.stream().map(Cause::explanation).toList())
                .isEqualTo(!RealCase.SHORTFALLS.containsKey(given.name()));
    }

    @Test
    void theDocumentationHoldsTheseAnswers() throws IOException {
        String fresh = RealPage.of(cases());
        Files.createDirectories(FRESH.getParent());
        Files.writeString(FRESH, fresh);
        String page = Files.readString(PAGE);
        assertThat(page.substring(page.indexOf(BEGIN) + BEGIN.length(), page.indexOf(END))
                        .strip())
                .as(REFRESH)
                .isEqualTo(fresh.strip());
    }
}
