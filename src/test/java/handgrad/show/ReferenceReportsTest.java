package handgrad.show;

import static org.assertj.core.api.Assertions.assertThat;

import handgrad.lab.Experiments;
import handgrad.lab.result.Run;
import handgrad.testing.Runs;
import handgrad.train.Observation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A fresh run of the hand engine gives the figures of the reports in {@code results/reference}. */
@Tag("slow")
class ReferenceReportsTest {
    private static final Path REFERENCE = Path.of("results", "reference");

    /** The rows of a table, the header first. */
    private static List<List<String>> rows(String experiment, String table) throws IOException {
        return Files.readAllLines(REFERENCE.resolve(experiment).resolve(table)).stream()
                .map(line -> Arrays.asList(line.split(",", -1)))
                .toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "worked-example",
                "xor-squared-error",
                "xor-cross-entropy",
                "digits-cross-entropy",
                "digits-softmax"
            })
    void lossesAndScoresAreThoseOfTheReference(String experiment) throws IOException {
        Run run = Runs.of(experiment, Experiments.named(experiment).defaults(), "hand");
        List<Observation> seen = run.training().observations();
        List<List<String>> losses = rows(experiment, "curves.csv");
        List<List<String>> scores = rows(experiment, "accuracy.csv");
        int loss = losses.get(0).indexOf("loss_hand");
        int train = scores.get(0).indexOf("train_accuracy_hand");
        assertThat(losses).hasSize(1 + seen.size());
        for (int i = 0; i < seen.size(); i++) {
            List<String> row = losses.get(i + 1);
            Observation.State state = seen.get(i).engines().get(0);
            assertThat(row.get(0)).isEqualTo(String.valueOf(seen.get(i).step()));
            assertThat(state.loss())
                    .as("step %s", row.get(0))
                    .isCloseTo(Double.parseDouble(row.get(loss)), Percentage.withPercentage(1e-7));
            assertThat(state.trainScore())
                    .isEqualTo(Double.parseDouble(scores.get(i + 1).get(train)));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "worked-example",
                "xor-squared-error",
                "xor-cross-entropy",
                "digits-cross-entropy",
                "digits-softmax"
            })
    void theReferenceIsAReportThatAgrees(String experiment) throws IOException {
        assertThat(Files.readString(REFERENCE.resolve(experiment).resolve("report.md")))
                .startsWith("# " + experiment + "\n\n**The engines agree: ")
                .as("a folder of the machine that made it")
                .doesNotContainPattern("=/\\w");
    }
}
