package handgrad.judge;

import static org.assertj.core.api.Assertions.assertThat;

import handgrad.input.claim.Case;
import handgrad.input.claim.CaseFile;
import handgrad.network.Precision;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Gradients of other programs that a judge has erred on. */
class KnownCasesTest {
    @ParameterizedTest
    @CsvSource({
        // Two layers, no bias: the sample (0, 0) puts every relu at its kink, and the program takes the side above.
        "relu-xor-2441-batch-slope1-at-0, true",
        "relu-one-layer-slope1-double, true",
        // z is 2.8e-17 in one order of summation and 0 in another.
        "relu-231-both-engines-called-wrong, true",
        // Saturated sigmoids, computed as (1 + tanh(z/2)) / 2.
        "sigmoid-by-tanh-double, true",
        // One entry is off by 1 % of its layer's largest, at a point where the worst case of rounding is larger.
        "miss-1percent-passes, false"
    })
    void areJudgedAsTheyAre(String name, boolean right) {
        Case given = CaseFile.read(Path.of("src/test/resources/judge", name + ".json"));
        var judge = new Judge(given.parameters(), given.samples(), Precision.DOUBLE);
        assertThat(judge.judge(given.claim().orElseThrow().gradient()).passes()).isEqualTo(right);
    }
}
