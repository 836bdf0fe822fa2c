package handgrad.lab.result;

import static org.assertj.core.api.Assertions.assertThat;

import handgrad.input.claim.Case;
import handgrad.input.claim.Claim;
import handgrad.judge.Judgement;
import handgrad.lab.EngineKind;
import handgrad.lab.Examiner;
import handgrad.lab.result.Verification.Judged;
import handgrad.network.Point;
import handgrad.network.Precision;
import handgrad.testing.RandomCase;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Value by value a claim is as wrong as it is as a whole. */
class ClaimedValuesTest {
    static Stream<RandomCase> networks() {
        return RandomCase.many(20);
    }

    /** Some entries of a right gradient are moved: these are wrong, and no others, and the first is of the last layer moved. */
    @ParameterizedTest
    @MethodSource("networks")
    void theEntriesThatWereMovedAreWrong(RandomCase random) {
        Case given = new Case("random", random.point(), random.samples(), Optional.empty(), OptionalDouble.empty());
        Judgement own = new Examiner(List.of(EngineKind.HAND), Precision.DOUBLE)
                .examine(given)
                .judgement();
        var chance = new Random(random.hashCode());
        double[] moved = own.oracle().values().clone();
        boolean[] wrong = new boolean[moved.length];
        for (int i = 0; i < moved.length; i++) {
            wrong[i] = chance.nextInt(4) == 0;
            moved[i] += wrong[i] ? 1 : 0;
        }
        var claim = Claim.of(OptionalDouble.empty(), new Point(given.network(), moved));
        Judged judged = new Examiner(List.of(), Precision.DOUBLE).judge(given.claiming(claim));
        ClaimedValues values = ClaimedValues.of(judged, 0);
        assertThat(values.values()).hasSize(moved.length);
        for (Judgement.Part part : judged.judgement().parts()) {
            for (int i = part.block().offset(); i < part.block().end(); i++) {
                String name = "dL/d" + part.block().address(i);
                var value = values.values().stream()
                        .filter(each -> each.name().equals(name))
                        .findFirst()
                        .orElseThrow();
                assertThat(value.wrong()).as(name).isEqualTo(wrong[i]);
                assertThat(value.claimed()).isEqualTo(moved[i]);
                assertThat(value.right()).isEqualTo(own.oracle().values()[i]);
            }
        }
        assertThat(values.firstWrong().isPresent()).isEqualTo(!judged.passes());
    }
}
