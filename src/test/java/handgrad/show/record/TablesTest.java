package handgrad.show.record;

import static org.assertj.core.api.Assertions.assertThat;

import handgrad.lab.result.Run;
import handgrad.testing.Runs;
import handgrad.train.Observation;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.Table;

/** The CSV files of a run: what their columns are, and that they lose nothing. */
class TablesTest {
    private static final Run XOR = Runs.xor(20, "hand", "dl4j");
    private static final Run DIGITS = Runs.digits(3);
    private static final Run DIVERGING = Runs.diverging();

    private static List<List<String>> lines(Table table) {
        return Tables.csv(table)
                .lines()
                .map(line -> Arrays.asList(line.split(",", -1)))
                .toList();
    }

    @Test
    void curvesHaveTheLossesAndTheDifferences() {
        assertThat(lines(Tables.curves(XOR.training())).get(0))
                .containsExactly(
                        "step",
                        "epoch",
                        "loss_hand",
                        "loss_dl4j",
                        "loss_difference",
                        "gradient_difference",
                        "parameter_difference",
                        "textbook_loss");
    }

    /** Every digit is written, so that what is read back is the number itself. */
    @Test
    void curvesReadBackAsTheNumbersThatWereSeen() {
        List<List<String>> lines = lines(Tables.curves(XOR.training()));
        List<Observation> seen = XOR.training().observations();
        assertThat(lines).hasSize(1 + seen.size());
        for (int i = 0; i < seen.size(); i++) {
            List<String> row = lines.get(i + 1);
            var pair = seen.get(i).pairs().get(0);
            double[] figures =
                    row.subList(2, 8).stream().mapToDouble(Double::parseDouble).toArray();
            assertThat(row.get(0)).isEqualTo(String.valueOf(seen.get(i).step()));
            assertThat(row.get(1)).isEqualTo(String.valueOf(seen.get(i).epoch()));
            assertThat(figures)
                    .containsExactly(
                            seen.get(i).engines().get(0).loss(),
                            seen.get(i).engines().get(1).loss(),
                            pair.lossDifference(),
                            pair.gradient().maxRelative(),
                            pair.parameters().maxRelative(),
                            seen.get(i).engines().get(0).textbookLoss().orElseThrow());
        }
    }

    @Test
    void oneEngineHasNoDifferences() {
        assertThat(lines(Tables.curves(Runs.xor(2, "dl4j").training())).get(0))
                .containsExactly("step", "epoch", "loss_dl4j", "textbook_loss");
    }

    @Test
    void whatIsNotANumberIsWrittenNaN() {
        for (Table table : List.of(Tables.curves(DIVERGING.training()), Tables.gradients(DIVERGING.training()))) {
            assertThat(lines(table).stream().flatMap(List::stream))
                    .doesNotContain("")
                    .contains("NaN");
        }
    }

    /** 2 quantities of 4 blocks at each observed step. */
    @Test
    void gradientsHaveARowForEachWeightMatrixAndBias() {
        List<List<String>> lines = lines(Tables.gradients(XOR.training()));
        assertThat(lines.get(0))
                .containsExactly(
                        "step",
                        "epoch",
                        "against",
                        "quantity",
                        "parameter",
                        "max_absolute",
                        "max_relative",
                        "max_ulps",
                        "cosine",
                        "worst",
                        "worst_hand",
                        "worst_other");
        assertThat(lines).hasSize(1 + 2 * 4 * XOR.training().observations().size());
        assertThat(lines.subList(1, 9))
                .extracting(row -> row.get(4))
                .containsExactly("W1", "b1", "W2", "b2", "W1", "b1", "W2", "b2");
        assertThat(lines.subList(1, 9))
                .extracting(row -> row.get(3))
                .startsWith("gradient")
                .endsWith("parameters");
    }

    @Test
    void accuracyHasATestColumnOnlyWhereThereIsATestSet() {
        assertThat(lines(Tables.accuracy(XOR.training())).get(0))
                .containsExactly("step", "epoch", "train_accuracy_hand", "train_accuracy_dl4j");
        assertThat(lines(Tables.accuracy(DIGITS.training())).get(0))
                .containsExactly(
                        "step",
                        "epoch",
                        "train_accuracy_hand",
                        "test_accuracy_hand",
                        "train_accuracy_dl4j",
                        "test_accuracy_dl4j",
                        "differing_answers");
    }

    /** Each test digit is counted once an engine; the diagonal over all is the accuracy. */
    @Test
    void confusionCountsEveryTestSampleOnce() {
        List<List<String>> rows = lines(Tables.confusion(DIGITS));
        assertThat(rows.get(0)).containsExactly("engine", "class", "answer", "count");
        for (var result : DIGITS.training().results()) {
            var own = rows.stream()
                    .filter(row -> row.get(0).equals(result.engine()))
                    .toList();
            double right = own.stream()
                    .filter(row -> row.get(1).equals(row.get(2)))
                    .mapToInt(row -> Integer.parseInt(row.get(3)))
                    .sum();
            assertThat(own.stream()
                            .mapToInt(row -> Integer.parseInt(row.get(3)))
                            .sum())
                    .isEqualTo(360);
            assertThat(right / 360).isEqualTo(result.testScore().orElseThrow());
            assertThat(IntStream.range(1, own.size()))
                    .as("sorted")
                    .allMatch(i -> own.get(i - 1).get(1).compareTo(own.get(i).get(1)) <= 0);
        }
    }
}
