package handgrad.judge.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import handgrad.input.claim.Case;
import handgrad.input.claim.CaseFile;
import handgrad.judge.Judge;
import handgrad.network.Precision;
import handgrad.testing.ReferenceCase;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** Every reference case is judged as it should be, and every planted mistake is named, with its layer. */
class ReferenceMistakesTest {
    static List<String> names() {
        return ReferenceCase.all().stream().map(ReferenceCase::name).toList();
    }

    @ParameterizedTest
    @MethodSource("names")
    void judgedAndNamed(String name) {
        JsonNode truth = ReferenceCase.read("truth.json").get(name);
        Case read = CaseFile.read(Path.of("src/test/resources/reference/cases", name + ".json"));
        var claim = read.claim().orElseThrow().gradient();
        boolean passes = new Judge(read.parameters(), read.samples(), Precision.DOUBLE)
                .judge(claim)
                .passes();
        assertThat(passes).isEqualTo(truth.get("mistake").isNull());
        if (!passes) {
            var findings = new Diagnostician(read.parameters(), read.samples(), read.learningRate(), Precision.DOUBLE)
                    .diagnose(claim)
                    .findings();
            assertThat(findings).hasSize(1);
            Fault fault = findings.get(0).faults().get(0);
            assertThat(fault.mistake().id()).isEqualTo(truth.get("mistake").asString());
            assertThat(fault.layer().isPresent()).isEqualTo(!truth.get("layer").isNull());
            fault.layer().ifPresent(layer -> assertThat(layer)
                    .isEqualTo(truth.get("layer").asInt()));
        }
    }
}
