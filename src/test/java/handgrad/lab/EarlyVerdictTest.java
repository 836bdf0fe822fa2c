package handgrad.lab;

import static org.assertj.core.api.Assertions.assertThat;

import handgrad.input.claim.Case;
import handgrad.input.claim.CaseFile;
import handgrad.lab.result.Verification.Judged;
import handgrad.network.Precision;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/** A claim's verdict stands before any engine is heard. */
class EarlyVerdictTest {
    private static final Case GIVEN =
            CaseFile.read(Path.of("src/test/resources/reference/cases/mistake-sign-flipped.json"));

    private final Examiner examiner = new Examiner(List.of(EngineKind.HAND), Precision.DOUBLE);
    private final List<Judged> heard = new ArrayList<>();

    @Test
    void itIsTheOneOfTheEndWithoutWitnesses() {
        Judged whole = examiner.examine(GIVEN, heard::add);
        assertThat(heard).hasSize(1);
        Judged early = heard.get(0);
        assertThat(early.judgement()).isSameAs(whole.judgement());
        assertThat(early.diagnosis()).isPresent().isEqualTo(whole.diagnosis());
        assertThat(early.witnesses()).isEmpty();
        assertThat(whole.witnesses()).hasSize(1);
    }

    /** Then it is an engine's gradient that is judged. */
    @Test
    void whereNothingIsClaimedThereIsNone() {
        examiner.examine(
                new Case("start", GIVEN.parameters(), GIVEN.samples(), Optional.empty(), OptionalDouble.empty()),
                heard::add);
        assertThat(heard).isEmpty();
    }
}
