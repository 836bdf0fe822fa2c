package handgrad.input.claim;

import static org.assertj.core.api.Assertions.assertThat;

import handgrad.lab.Examiner;
import handgrad.lab.result.Verification;
import handgrad.network.Block;
import handgrad.network.Point;
import handgrad.network.Precision;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
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

    /** One entry off by a thousandth of its layer's largest. */
    @Test
    void aChangedEntryIsFoundInAllOfThem() throws IOException {
        var examiner = new Examiner(List.of(), Precision.DOUBLE);
        int changed = 0;
        for (long seed = 0; seed < CASES / 4; seed++) {
            Case right = CaseFile.read(Files.writeString(folder.resolve("case.json"), RightCase.of(seed)));
            Claim claim = right.claim().orElseThrow();
            if (claim.handed().printed().isEmpty()) {
                changed++;
                assertThat(examiner.examine(changed(right, claim)).passes())
                        .as("seed " + seed)
                        .isFalse();
            }
        }
        assertThat(changed).isGreaterThan(CASES / 8);
    }

    private static Case changed(Case right, Claim claim) {
        Block block = claim.handed().blocks().iterator().next();
        double[] values = claim.gradient().values().clone();
        double largest = Arrays.stream(values, block.offset(), block.end())
                .map(Math::abs)
                .max()
                .orElseThrow();
        values[block.offset()] += 1e-3 * Math.max(largest, 1e-3);
        var wrong = new Claim(claim.loss(), new Point(right.network(), values), Optional.empty(), claim.handed());
        return new Case(
                right.name(),
                right.parameters(),
                right.samples(),
                Optional.of(wrong),
                right.learningRate(),
                right.penalty());
    }

    private static boolean lossIsCalledWrong(Verification result) {
        return result.judged().orElseThrow().notes().stream().anyMatch(note -> note.startsWith("The claimed loss is"));
    }
}
