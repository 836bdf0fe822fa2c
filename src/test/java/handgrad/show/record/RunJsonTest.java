package handgrad.show.record;

import static org.assertj.core.api.Assertions.assertThat;

import handgrad.lab.result.Run;
import handgrad.testing.Runs;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.factory.Nd4j;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The record of a run for programs. */
class RunJsonTest {
    private static final Run XOR = Runs.xor(20, "hand", "dl4j");

    private static JsonNode json(Run run) {
        return new JsonMapper().readTree(RunJson.of(run));
    }

    @Test
    void namesTheExperimentAndWhatWasChosen() {
        JsonNode json = json(XOR);
        assertThat(json.propertyNames())
                .startsWith("experiment", "seed", "epochs", "engines", "agreement", "predictions");
        assertThat(json.get("experiment").asString()).isEqualTo("xor-cross-entropy");
        assertThat(json.get("seed").asLong()).isEqualTo(4);
        assertThat(json.get("epochs").asInt()).isEqualTo(20);
        assertThat(json.at("/options/learningRate").asDouble()).isEqualTo(0.1);
        assertThat(json.at("/options/batchSize").asInt()).isEqualTo(4);
        assertThat(json.at("/options/splitSeed").isNull()).isTrue();
        assertThat(json.at("/network/loss").asString()).isEqualTo("binary-cross-entropy");
        assertThat(json.at("/network/layers/0/nOut").asInt()).isEqualTo(3);
        assertThat(json.at("/ended/how").asString()).isEqualTo("completed");
    }

    @Test
    void holdsWhereEachEngineEnded() {
        JsonNode engines = json(XOR).get("engines");
        assertThat(engines.propertyNames()).containsExactly("hand", "dl4j");
        for (var result : XOR.training().results()) {
            JsonNode engine = engines.get(result.engine());
            assertThat(engine.get("finalLoss").asDouble()).isEqualTo(result.loss());
            assertThat(engine.get("trainAccuracy").asDouble()).isEqualTo(result.trainScore());
            assertThat(engine.get("trainingSeconds").asDouble()).isPositive().isEqualTo(result.stepSeconds());
            assertThat(engine.get("testAccuracy").isNull())
                    .as("there is no test set")
                    .isTrue();
        }
    }

    @Test
    void holdsHowFarTheyWereApart() {
        JsonNode agreement = json(XOR).get("agreement");
        assertThat(agreement.get("maxGradientDifference").asDouble())
                .isEqualTo(XOR.training().maxGradientDifference())
                .isLessThan(1e-12);
        assertThat(agreement.get("maxParameterDifference").asDouble())
                .isEqualTo(XOR.training().maxParameterDifference());
        assertThat(agreement.get("firstDivergentStep").isNull()).isTrue();
        assertThat(agreement.get("verdict").asString()).isEqualTo("agree");
        assertThat(agreement.get("gradientsAtStart").size())
                .as("with each other, and each with the oracle")
                .isEqualTo(3);
    }

    @Test
    void predictionsAreThoseOfTheFirstEngineOneRowASample() {
        JsonNode predictions = json(XOR).get("predictions");
        assertThat(predictions.size()).isEqualTo(4);
        for (int i = 0; i < 4; i++) {
            assertThat(predictions.get(i).get(0).asDouble())
                    .isEqualTo(XOR.training().first().predictions().get(i).get(0));
        }
    }

    @Test
    void aLargeTrainingSetHasNoPredictionsAndATestSetAnAccuracy() {
        Run digits = Runs.digits(2);
        JsonNode json = json(digits);
        assertThat(json.get("predictions").isNull()).isTrue();
        assertThat(json.at("/engines/hand/testAccuracy").asDouble())
                .isEqualTo(digits.training().first().testScore().orElseThrow());
        assertThat(json.at("/options/splitSeed").asLong()).isEqualTo(1);
    }

    /** JSON has no NaN, and null would mean that there is no figure. */
    @Test
    void whatIsNotANumberIsTheStringNaN() {
        JsonNode json = json(Runs.diverging());
        assertThat(json.at("/engines/hand/finalLoss").isString()).isTrue();
        assertThat(json.at("/engines/hand/finalLoss").asString()).isIn("NaN", "Infinity");
        assertThat(json.at("/agreement/maxParameterDifference").asString()).isEqualTo("NaN");
        assertThat(json.at("/agreement/verdict").asString()).isEqualTo("not-finite");
        assertThat(json.at("/ended/how").asString()).isEqualTo("not-finite");
        assertThat(json.at("/ended/engines").size()).isPositive();
    }

    @Test
    void oneEngineHasNoAgreement() {
        JsonNode agreement = json(Runs.xor(2, "hand")).get("agreement");
        for (String field : List.of("maxGradientDifference", "maxParameterDifference", "firstDivergentStep")) {
            assertThat(agreement.get(field).isNull()).as(field).isTrue();
        }
        assertThat(agreement.get("verdict").asString()).isEqualTo("single-engine");
    }

    @Test
    void saysWhereItComesFrom() {
        JsonNode provenance = json(XOR).get("provenance");
        assertThat(provenance.get("dl4j").asString()).isEqualTo("1.0.0-M2.1");
        assertThat(provenance.get("threads").asInt()).isEqualTo(1);
        assertThat(provenance.get("blasThreads").asInt()).isEqualTo(1);
        assertThat(provenance.get("nd4jThreads").asInt())
                .isEqualTo(Nd4j.getEnvironment().maxThreads());
        assertThat(provenance.has("blasKernel")).isTrue();
        assertThat(provenance.get("java").asString()).isEqualTo(System.getProperty("java.version"));
    }
}
