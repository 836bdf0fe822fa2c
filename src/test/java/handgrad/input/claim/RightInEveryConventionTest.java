package handgrad.input.claim;

import static org.assertj.core.api.Assertions.assertThat;

import handgrad.lab.Examiner;
import handgrad.lab.result.Verification;
import handgrad.network.Precision;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Right gradients of a program that shares nothing with this one, as people hand them in: none is called wrong. */
class RightInEveryConventionTest {
    /** More of them: {@code mvn test -Dtest=RightInEveryConventionTest -Dconventions=5000}. */
    private static final int CASES = Integer.getInteger("conventions", 400);

    @TempDir
    private Path folder;

    @Test
    void noneIsCalledWrong() throws IOException {
        var examiner = new Examiner(List.of(), Precision.DOUBLE);
        var wrong = new ArrayList<String>();
        for (long seed = 0; seed < CASES; seed++) {
            String text = RightCase.of(seed);
            Verification result = examiner.examine(CaseFile.read(Files.writeString(folder.resolve("case.json"), text)));
            if (!result.passes() || lossIsCalledWrong(result)) {
                wrong.add("seed %d:%n%s".formatted(seed, text));
            }
        }
        assertThat(wrong).isEmpty();
    }

    private static boolean lossIsCalledWrong(Verification result) {
        return result.judged().orElseThrow().notes().stream().anyMatch(note -> note.startsWith("The claimed loss is"));
    }
}
